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

    public IReadOnlyList<FolderEntry> List(string folder, string prefix) =>
        [.. texts.Keys.Where(path => path.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal)).Select(path => path[(folder.TrimEnd('/').Length + 1)..].Split('/', 2))
            .Select(parts => new FolderEntry(parts[0], parts.Length > 1 ? FolderEntryKind.Folder : FolderEntryKind.File)).Where(entry => entry.Name.Length > 0).Distinct()];

    /// <summary>A workspace in which some files are the user's, and the host has looked at everything.</summary>
    public Workspace Open(params string[] paths) =>
        paths.Aggregate(Workspace.Empty, (workspace, path) => workspace.WithFile(path, SourceText.From(texts[path])));

    /// <summary>A workspace in which some files are the user's, and the host has read what their projects refer to.</summary>
    public Workspace OpenAll(params string[] paths)
    {
        var workspace = Open(paths);
        for (var unread = Unread(workspace); unread.Count > 0; unread = Unread(workspace))
        {
            workspace = unread.Aggregate(workspace, (known, path) => known.WithSource(path, Read(path)));
        }

        return workspace;

        IReadOnlyCollection<string> Unread(Workspace known) => [.. paths.SelectMany(path => known.Projects.For(path).Unread).Distinct()];
    }
}
