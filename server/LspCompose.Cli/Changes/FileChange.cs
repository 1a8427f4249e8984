using LspCompose.Cli.Input;
using LspCompose.Yaml.Text;

namespace LspCompose.Cli.Changes;

/// <summary>A file and the text it is to have; the same text where nothing is to be done.</summary>
internal sealed record FileChange(InputFile File, SourceText After)
{
    /// <summary>True when there is anything to do.</summary>
    public bool IsChange => File.Text.Content != After.Content;
}
