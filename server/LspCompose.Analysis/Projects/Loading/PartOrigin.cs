using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Maps a part of a text to where the whole came from.</summary>
internal sealed class PartOrigin(TextOrigin whole, int start) : TextOrigin
{
    public override TextSpan ToSource(TextSpan part) => whole.ToSource(part.Shift(start));
}
