using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Model;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Fixes;

/// <summary>Fixes for names that refer to nothing.</summary>
internal static class ReferenceFixes
{
    /// <summary>Puts another service's name where a dependency names one; quotes, alias and the rest of the value stay.</summary>
    public static Fix Rename(ComposeFile file, Dependency dependency, string name) =>
        new($"Change '{dependency.Target}' to '{name}'", FixKind.QuickFix, () =>
        {
            var offset = file.Text.Slice(dependency.Span).IndexOf(dependency.Target, StringComparison.Ordinal);
            return offset < 0
                ? []
                : [new FileEdit(file.Path, new TextEdit(TextSpan.FromLength(dependency.Span.Start + offset, dependency.Target.Length), name))];
        })
        {
            IsSafe = false,
            IsPreferred = true,
        };
}
