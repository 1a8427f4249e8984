using System.Text.RegularExpressions;
using LspCompose.Analysis.Model;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Projects.Loading;

namespace LspCompose.Analysis.Refactorings;

/// <summary>Compares what two projects mean: extensions mean nothing, and neither does the order of keys.</summary>
internal static partial class SameModel
{
    // Parts of a mount that are there in the short form even where they say nothing.
    private static readonly HashSet<string> Empties = ["bind", "volume"];

    /// <summary>True when a project means in a workspace what it means in another one. Variables without a value are given one, so that nothing stays unknown because of them.</summary>
    public static bool Keeps(Workspace before, Workspace after, Project project)
    {
        var request = project.Request with { RunsHere = true, Environment = WithValues(before, project) };
        var (first, second) = (ProjectLoader.Load(before, request), ProjectLoader.Load(after, request));
        return first.Name == second.Name && AreEqual(Written(before, first), Written(after, second));
    }

    /// <summary>True when two values mean the same; what could not be worked out is taken to be the same.</summary>
    public static bool AreEqual(ConfigNode first, ConfigNode second) => (first, second) switch
    {
        (ConfigUnknown, ConfigUnknown) => true,
        (ConfigScalar one, ConfigScalar other) => Equals(one.Value, other.Value),
        (ConfigSequence one, ConfigSequence other) => one.Items.Count == other.Items.Count && one.Items.Zip(other.Items).All(pair => AreEqual(pair.First, pair.Second)),
        (ConfigMapping one, ConfigMapping other) => Counted(one) == Counted(other) && one.Entries.Where(Counts).All(entry => other.Get(entry.Key) is { } value && AreEqual(entry.Value, value)),
        _ => false,
    };

    // A first-format file is loaded as far as Compose reads it, which is not far: its services are looked at as what they are.
    private static ConfigNode Written(Workspace workspace, Project project)
    {
        if (!project.Request.Files.Any(path => workspace.FindComposeFile(path)?.Model.Format == ComposeFormat.Legacy))
        {
            return project.Model;
        }

        var context = new LoadContext(workspace, project.Request);
        return new Decoder(context).Decode(new Canonical(context).Apply(new ConfigMapping(default, [new ConfigEntry("services", default, project.Model)])));
    }

    // A number will do as a port, a part of a path and a name.
    private static Dictionary<string, string> WithValues(Workspace workspace, Project project)
    {
        var values = new Dictionary<string, string>(project.Request.Environment, StringComparer.Ordinal);
        var others = project.Paths.Where(path => !project.ComposePaths.Contains(path)).Select(path => (workspace.Find(path) as FileContent.Present)?.Text.Content ?? "").ToList();
        foreach (var text in project.ComposePaths.Select(path => workspace.FindComposeFile(path)?.Text.Content ?? ""))
        {
            foreach (Match match in Variable().Matches(text))
            {
                var name = match.Groups[1].Value;
                if (!others.Exists(other => other.Contains(name, StringComparison.Ordinal)))
                {
                    values.TryAdd(name, "7");
                }
            }
        }

        return values;
    }

    private static int Counted(ConfigMapping mapping) => mapping.Entries.Count(Counts);

    private static bool Counts(ConfigEntry entry) =>
        !entry.Key.StartsWith("x-", StringComparison.Ordinal) && !(entry.Value is ConfigMapping { Entries.Count: 0 } && Empties.Contains(entry.Key));

    [GeneratedRegex(@"\$\{?([A-Za-z_][A-Za-z0-9_]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
