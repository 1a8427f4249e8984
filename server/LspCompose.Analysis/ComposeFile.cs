using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis;

/// <summary>One file of a workspace: its path (any name the host knows it by), text and tree. Immutable.</summary>
public sealed class ComposeFile
{
    internal ComposeFile(string path, YamlSyntaxTree tree)
    {
        Path = path;
        Tree = tree;
    }

    /// <summary>The name the host knows the file by: a URI in the language server, a path on the command line.</summary>
    public string Path { get; }

    /// <summary>The file's syntax tree.</summary>
    public YamlSyntaxTree Tree { get; }

    /// <summary>The file's text.</summary>
    public SourceText Text => Tree.Text;
}
