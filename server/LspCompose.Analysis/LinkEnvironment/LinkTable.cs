using System.Text.RegularExpressions;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.LinkEnvironment;

/// <summary>A consumer's links by the names they give it.</summary>
internal sealed partial class LinkTable
{
    private readonly Dictionary<string, Link> byAlias = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Link> byTarget = new(StringComparer.Ordinal);
    private readonly HashSet<string> aliases = new(StringComparer.Ordinal);
    private readonly Lazy<string> project;

    /// <summary>Makes the table; of links of one alias the last one counts. What a variable decides is not known.</summary>
    public LinkTable(IReadOnlyList<Link> links, Lazy<string> project)
    {
        this.project = project;
        foreach (var link in links.Where(link => !link.IsInterpolated))
        {
            byAlias[LinkVariableName.PrefixOf(link.Alias)] = link;
            byTarget[link.Target] = link;
            aliases.Add(link.Alias);
        }
    }

    /// <summary>True without links.</summary>
    public bool IsEmpty => byAlias.Count == 0;

    /// <summary>True for a link's alias.</summary>
    public bool IsAlias(string name) => aliases.Contains(name);

    /// <summary>The link that sets variables of a prefix: its alias, or its target's name with a number, maybe after the project's name.</summary>
    public Link? ByPrefix(string prefix)
    {
        if (byAlias.TryGetValue(prefix, out var link))
        {
            return link;
        }

        if (byTarget.Count == 0 || NumberedPrefix().Match(prefix) is not { Success: true } numbered)
        {
            return null;
        }

        var stem = numbered.Groups["stem"].Value;
        return byTarget.Values.FirstOrDefault(candidate => LinkVariableName.PrefixOf(candidate.Target) is var target &&
            (stem == target || (stem.EndsWith("_" + target, StringComparison.Ordinal) && stem == $"{LinkVariableName.PrefixOf(project.Value)}_{target}")));
    }

    /// <summary>The link that gives a numbered host name, from what stands before its number; a longer service name of the file wins.</summary>
    public Link? ByStem(string stem, char separator, ComposeModel model)
    {
        if (byTarget.TryGetValue(stem, out var link))
        {
            return link;
        }

        for (var at = stem.IndexOf(separator, StringComparison.Ordinal); at > 0; at = stem.IndexOf(separator, at + 1))
        {
            var (before, name) = (stem[..at], stem[(at + 1)..]);
            if (byTarget.TryGetValue(name, out link) && model.Find(stem) is null)
            {
                // What ran the first format called projects by letters and digits only, and many are not called as their folder is.
                return before == project.Value || (separator == '_' && PlainProject().IsMatch(before)) ? link : null;
            }

            if (model.Find(name) is not null)
            {
                return null;
            }
        }

        return null;
    }

    [GeneratedRegex("^(?<stem>.+)_[0-9]{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedPrefix();

    [GeneratedRegex("^[a-z0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainProject();
}
