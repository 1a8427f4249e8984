using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Migration;
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

    /// <summary>Declares a name at the top level of the file that uses it; none where the file has no plain place for it. What a secret or config holds is put into a file yet to be written.</summary>
    public static IReadOnlyList<Fix> Declare(Workspace workspace, string path, string kind, string name)
    {
        if (workspace.FindComposeFile(path) is not { Model.Roots: [{ Entries.Count: > 0 }] } file || kind is not ("network" or "volume" or "secret" or "config") || !TopLevelWriter.CanDeclare(file, kind + "s") || !IsName(name))
        {
            return [];
        }

        var content = kind is "network" or "volume" ? null : $"./{name}{(kind == "secret" ? ".txt" : "")}";
        return [new Fix($"Declare {kind} '{name}'{(content is null ? "" : $" with file '{content}'")}", FixKind.QuickFix, () => Edits(file, kind + "s", name, content)) { IsSafe = false }];
    }

    private static bool IsName(string name) => name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-');

    private static IReadOnlyList<FileEdit> Edits(ComposeFile file, string section, string name, string? content)
    {
        var ensured = FinalLineBreak.Ensure(file);
        var top = new TopLevelWriter(ensured, new Layout(ensured.Tree));
        top.Declare(section, name, content is null ? [] : [("file", content)]);
        return [.. FinalLineBreak.Drop(top.Edits.ToSeparateEdits(), ensured.Text, file.Text).Select(edit => new FileEdit(file.Path, edit))];
    }
}
