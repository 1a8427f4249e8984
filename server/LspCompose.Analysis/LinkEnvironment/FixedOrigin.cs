using LspCompose.Analysis.Projects;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.LinkEnvironment;

/// <summary>Maps a text that stands in its file exactly as it is.</summary>
internal sealed class FixedOrigin(int start) : TextOrigin
{
    public override TextSpan ToSource(TextSpan part) => part.Shift(start);
}
