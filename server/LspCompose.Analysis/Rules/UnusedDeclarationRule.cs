using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Fixes;
using LspCompose.Analysis.Projects;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Rules;

/// <summary>Something declared at top level that no service of the project uses, whatever its profiles.</summary>
internal abstract class UnusedDeclarationRule : Rule
{
    public override RuleCategory Category => RuleCategory.Unused;

    public override Severity DefaultSeverity => Severity.Hint;

    /// <summary>The top-level key it is declared under.</summary>
    protected abstract string Section { get; }

    /// <summary>What it is, in the words of messages.</summary>
    protected abstract string Kind { get; }

    internal override void Check(RuleContext context)
    {
        var file = context.File;
        var declarations = Declarations(file).ToList();
        if (declarations.Count == 0 || WholeProject.Of(context, Section, "network_mode", "network", "credential_spec") is not { } project || !project.Request.Files.Contains(file.Path) ||
            project.Model.Get("services") is not ConfigMapping { Entries.Count: > 0 } services || project.Model.Get(Section) is not ConfigMapping declared)
        {
            return;
        }

        var uses = services.Entries.Select(entry => entry.Value).OfType<ConfigMapping>().SelectMany(service => DeclarationUses.Of(service, Section)).ToList();
        var used = uses.Select(use => use.Name).ToHashSet(StringComparer.Ordinal);
        var unused = declarations.Where(entry => declared.TryGet(entry.Name, out var known) && !used.Contains(entry.Name) && !used.Contains(NameOf(known))).ToList();
        if (unused.Count == 0 || uses.Any(use => IsChosenByVariable(context.Workspace, use.Place)))
        {
            return;
        }

        foreach (var entry in unused)
        {
            context.Report(entry.Key.Span, $"No service uses {Kind} '{entry.Name}'. Remove it, or use it in a service.", fixes: () => UnusedFixes.RemoveDeclaration(file, Section, Kind, entry.Name), tag: FindingTag.Unnecessary);
        }
    }

    private IEnumerable<YamlEntry> Declarations(ComposeFile file) => file.Model.Roots
        .Where(root => root.TryGetEntry(Section, out _))
        .SelectMany(root => root.Get(Section)?.Entries ?? default)
        .Where(entry => entry is { Key.IsScalar: true, ColonOffset: >= 0, Value.Tag: not "!reset" } && entry.Name != "<<" && !(Section == "networks" && entry.Name == "default") && !entry.Name.StartsWith("x-", StringComparison.Ordinal));

    // What is declared may be there for another value of the variable. The place of a default value lies inside the variable it is for.
    private static bool IsChosenByVariable(Workspace workspace, SourcePlace place)
    {
        if (workspace.FindComposeFile(place.Path) is not { } file || place.Span.End > file.Text.Length || file.Tree.PathTo(place.Span.Start) is not [.., var step])
        {
            return false;
        }

        var start = step.Node.Span.Contains(place.Span) && step.Node.IsScalar ? step.Node.Span.Start : place.Span.Start;
        return file.Text.Slice(new TextSpan(start, place.Span.End)).Contains('$');
    }

    private static string NameOf(ConfigEntry declared) => (declared.Value as ConfigMapping)?.Get("name") is ConfigScalar { Text: { } name } ? name : declared.Key;
}
