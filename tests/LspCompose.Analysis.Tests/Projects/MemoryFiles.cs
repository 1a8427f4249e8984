using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Projects;

/// <summary>Files in memory. A path that ends with a slash is a folder.</summary>
internal sealed class MemoryFiles(params (string Path, string Text)[] files) : IFileSource
{
    private readonly Dictionary<string, string> texts = files.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);

    public FileContent Read(string path) =>
        texts.TryGetValue(path, out var text) ? new FileContent.Present(SourceText.From(text))
        : texts.Keys.Any(file => file.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal)) ? new FileContent.Folder()
        : new FileContent.Missing();

    /// <summary>A workspace in which some files are the user's, and the host has looked at everything.</summary>
    public Workspace Open(params string[] paths) =>
        paths.Aggregate(Workspace.Empty, (workspace, path) => workspace.WithFile(path, SourceText.From(texts[path])));
}
