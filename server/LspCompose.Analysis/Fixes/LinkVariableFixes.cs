using LspCompose.Analysis.Findings;
using LspCompose.Analysis.LinkEnvironment;
using LspCompose.Analysis.Model;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Fixes;

/// <summary>Fixes that write host and port in the place of what only a link gave.</summary>
internal static class LinkVariableFixes
{
    /// <summary>Title of the fix for every use in a file that can be replaced.</summary>
    public const string AllTitle = "Replace everything in this file that only links give";

    /// <summary>The fix for one use; none where nobody knows what to write.</summary>
    public static IReadOnlyList<Fix> ForUse(ComposeFile file, LinkVariableUse use) => use.Replacement is null
        ? []
        : [new Fix($"Replace '{use.Written}' by '{use.Value}'", FixKind.QuickFix, () => [Edit(use)]) { IsSafe = IsSafe(file, use), IsPreferred = IsSafe(file, use) }];

    /// <summary>The fix for all uses that can be replaced, none where that is one or none.</summary>
    public static IReadOnlyList<Fix> ForAll(ComposeFile file, IReadOnlyList<LinkVariableUse> uses)
    {
        var replaceable = uses.Where(use => use.Replacement is not null).ToList();
        return replaceable.Count < 2
            ? []
            : [new Fix(AllTitle, FixKind.QuickFix, () => [.. replaceable.Select(Edit)]) { IsSafe = replaceable.TrueForAll(use => IsSafe(file, use)) }];
    }

    private static FileEdit Edit(LinkVariableUse use) => new(use.Path, new TextEdit(use.Span, use.Replacement ?? use.Written));

    /// <summary>
    /// True where the new text means what the link gave: the name resolves, and nobody but the consumer gets the text. A default port may be one the image exposes, a copied value may change at
    /// its source, another container's number means that container, and what Compose fills in may be set where it runs.
    /// </summary>
    public static bool IsSafe(ComposeFile file, LinkVariableUse use) =>
        use.Path == file.Path && use.Link.Source.Entry.Span.Contains(use.Span) && !use.IsFilledInByCompose &&
        use.Kind switch
        {
            LinkVariableKind.Port or LinkVariableKind.Protocol => true,
            LinkVariableKind.DefaultUrl or LinkVariableKind.TargetVariable => false,
            LinkVariableKind.NumberedHost => use.Name.EndsWith("_1", StringComparison.Ordinal) || use.Name.EndsWith("-1", StringComparison.Ordinal) ? Resolves(file, use.Link) : false,
            _ => Resolves(file, use.Link),
        };

    private static bool Resolves(ComposeFile file, Link link) =>
        Networks.IsOnDefaultBridge(file, link.Source) || (file.Model.Find(link.Target) is { } target && Networks.Share(link.Source, target));
}
