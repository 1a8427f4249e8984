using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Projects.Loading;

namespace LspCompose.Analysis.Paths;

/// <summary>Where the paths written in one file lead, as Compose resolves them in the project the file is judged in.</summary>
internal sealed class HostPaths
{
    private readonly ComposeFile file;
    private readonly ProjectParts parts;

    /// <summary>Resolves the paths of a file.</summary>
    public HostPaths(Workspace workspace, ComposeFile file)
    {
        this.file = file;
        parts = new ProjectParts(workspace, workspace.Projects.For(file.Path));
        Folder = parts.FolderOf(file.Path);
    }

    /// <summary>The folder relative paths start from.</summary>
    public string Folder { get; }

    /// <summary>The variables of the shell.</summary>
    public IReadOnlyDictionary<string, string> Environment => parts.Project.Request.Environment;

    /// <summary>The text with its variables filled in; null where one is not set.</summary>
    public string? Fill(string text) => text.Contains('$') ? parts.FillWhole(text) : text;

    /// <summary>The text with its variables filled in, and another text for each that is not set.</summary>
    public string Fill(string text, string unset) => parts.Fill(text, unset);

    /// <summary>The absolute path; null for what is on another machine, or not known because a variable is not set.</summary>
    public string? Resolve(WrittenPath path)
    {
        if (Fill(path.Text) is not { Length: > 0 } text || (path.Kind == WrittenPathKind.BuildContext && HostPath.IsElsewhere(text)) || text.Contains("://", StringComparison.Ordinal)
            || (path.Kind == WrittenPathKind.Mount && path.Text.StartsWith('$') && text[0] is not ('.' or '/' or '~')))
        {
            return null;
        }

        return path.Kind != WrittenPathKind.Dockerfile ? Absolute(text)
            : ContextOf(path) is { } context ? HostPath.Absolute(context, text, Environment)
            : null;
    }

    /// <summary>The folder a Dockerfile's path starts from; null where the context is on another machine or not known.</summary>
    public string? ContextOf(WrittenPath dockerfile)
    {
        if (dockerfile.Context is not { } node || file.Model.Resolve(node) is not { IsScalar: true, IsNull: false } written)
        {
            return Folder;
        }

        return Fill(written.Value) is { Length: > 0 } text && !HostPath.IsElsewhere(text) ? Absolute(text) : null;
    }

    private string Absolute(string path) => HostPath.Absolute(Folder, path, Environment);
}
