using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Navigation;

/// <summary>A place to go to: the file, all of what is defined there, and its name. Spans are 0-based UTF-16 offsets; those of a file that is meant as a whole are empty.</summary>
public sealed record DefinitionTarget(string Path, TextSpan Whole, TextSpan Name)
{
    /// <summary>The text of a file the workspace does not hold; null where it does, or where the file is meant as a whole.</summary>
    public SourceText? Text { get; init; }
}
