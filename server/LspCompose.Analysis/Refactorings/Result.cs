using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Projects;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Refactorings;

/// <summary>What a project is after some edits, held against what it was before.</summary>
internal sealed class Result
{
    private readonly Workspace before;
    private readonly Workspace after;
    private readonly ComposeFile file;
    private readonly IReadOnlyList<string> paths;

    private Result(Workspace before, Workspace after, ComposeFile file, IReadOnlyList<string> paths)
    {
        this.before = before;
        this.after = after;
        this.file = file;
        this.paths = paths;
    }

    /// <summary>True when nothing is broken that was not, and every comment is still there.</summary>
    public bool IsSound => Errors(after) <= Errors(before) && Comments(after) is var kept && Comments(before).All(comment => kept.GetValueOrDefault(comment.Key) >= comment.Value);

    /// <summary>True when all projects the file belongs to mean the same as before.</summary>
    public bool KeepsMeaning => before.Projects.AllFor(file.Path).All(project => SameModel.Keeps(before, after, project));

    /// <summary>The result of edits; null where there are none or they do not fit.</summary>
    public static Result? Of(Workspace workspace, ComposeFile file, IReadOnlyList<FileEdit> edits)
    {
        if (edits.Count == 0)
        {
            return null;
        }

        var after = workspace;
        var paths = new List<string>();
        foreach (var changed in edits.GroupBy(edit => edit.Path, StringComparer.Ordinal))
        {
            var text = (workspace.Find(changed.Key) is FileContent.Present present ? present.Text : SourceText.From("")).With(changed.Select(edit => edit.Edit));
            if (ComposeFileNames.IsYaml(changed.Key))
            {
                after = after.WithFile(changed.Key, text);
                paths.Add(changed.Key);
            }
            else
            {
                after = after.WithSource(changed.Key, new FileContent.Present(text));
            }
        }

        return new Result(workspace, after, file, paths);
    }

    private int Errors(Workspace workspace) => paths.Sum(path => workspace.FindComposeFile(path)?.Tree.Errors.Count ?? 0);

    private Dictionary<string, int> Comments(Workspace workspace) => paths.Select(workspace.FindComposeFile).OfType<ComposeFile>()
        .SelectMany(compose => compose.Tree.Comments.Select(comment => compose.Text.ToString(comment).Trim()))
        .CountBy(comment => comment, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
}
