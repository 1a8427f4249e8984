using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Model;
using LspCompose.Analysis.Projects;
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

    /// <summary>Puts another name at the place of a misspelt one.</summary>
    public static Fix Rename(SourcePlace place, string from, string to) =>
        new($"Change '{from}' to '{to}'", FixKind.QuickFix, () => [new FileEdit(place.Path, new TextEdit(place.Span, to))])
        {
            IsSafe = false,
            IsPreferred = true,
        };

    /// <summary>Declares a name at the top level of the file that uses it; none where the file has no plain place for it.</summary>
    public static IReadOnlyList<Fix> Declare(Workspace workspace, string path, string kind, string name)
    {
        // A secret or config also needs to be told where its content is; only the user knows that.
        if (kind is not ("network" or "volume") || workspace.FindComposeFile(path) is not { } file || file.Model.Roots.Count != 1 || file.Model.Roots[0].IsFlow)
        {
            return [];
        }

        return [new Fix($"Declare {kind} '{name}'", FixKind.QuickFix, () => Edits(file, kind + "s", name)) { IsSafe = false }];
    }

    private static IReadOnlyList<FileEdit> Edits(ComposeFile file, string section, string name)
    {
        var root = file.Model.Roots[0];
        var text = file.Text;
        var newLine = text.Content.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        if (root.TryGetEntry(section, out var entry) && entry.Value is { IsMapping: true, IsFlow: false, Entries.Count: > 0 } declared)
        {
            var first = declared.Entries[0].Key.FullSpan.Start;
            var indent = text.Content[text.LineStart(text.LineOf(first))..first];
            return indent.Trim().Length > 0 ? [] : [new FileEdit(file.Path, new TextEdit(new TextSpan(text.LineStart(text.LineOf(first)), text.LineStart(text.LineOf(first))), $"{indent}{name}:{newLine}"))];
        }

        if (root.TryGetEntry(section, out entry))
        {
            return entry.Value.IsMissing ? [new FileEdit(file.Path, new TextEdit(new TextSpan(entry.ColonOffset + 1, entry.ColonOffset + 1), $"{newLine}  {name}:"))] : [];
        }

        var ending = text.Content.EndsWith('\n') ? "" : newLine;
        return [new FileEdit(file.Path, new TextEdit(new TextSpan(text.Length, text.Length), $"{ending}{section}:{newLine}  {name}:{newLine}"))];
    }
}
