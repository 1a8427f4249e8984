using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis;

/// <summary>What the host loaded for a path, parsed as a Compose file when somebody asks for that.</summary>
internal sealed class WorkspaceSource
{
    private readonly Lazy<ComposeFile?> composeFile;

    public WorkspaceSource(string path, FileContent content)
    {
        Content = content;
        composeFile = new(() => content is FileContent.Present present ? new ComposeFile(path, YamlSyntaxTree.Parse(present.Text)) : null);
    }

    public FileContent Content { get; }

    public ComposeFile? ComposeFile => composeFile.Value;
}
