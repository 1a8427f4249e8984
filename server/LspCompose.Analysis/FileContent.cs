using LspCompose.Yaml.Text;

namespace LspCompose.Analysis;

/// <summary>What a host found at a path.</summary>
public abstract record FileContent
{
    private FileContent()
    {
    }

    /// <summary>A text file.</summary>
    public sealed record Present(SourceText Text) : FileContent;

    /// <summary>Nothing is there.</summary>
    public sealed record Missing : FileContent;

    /// <summary>A folder is there.</summary>
    public sealed record Folder : FileContent;

    /// <summary>Something is there that cannot be read as text; the reason continues the sentence "The file … ".</summary>
    public sealed record Unreadable(string Reason) : FileContent;
}
