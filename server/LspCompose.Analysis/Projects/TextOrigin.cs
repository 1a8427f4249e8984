using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Projects;

/// <summary>Where the characters of a text came from in a file.</summary>
public abstract class TextOrigin
{
    /// <summary>The smallest span of the file that covers a part of the text; both in 0-based UTF-16 offsets.</summary>
    public abstract TextSpan ToSource(TextSpan part);
}
