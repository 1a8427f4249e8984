using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>A text whose characters cannot be told apart any more: every part came from the whole span.</summary>
internal sealed class WholeOrigin(TextSpan span) : TextOrigin
{
    public override TextSpan ToSource(TextSpan part) => span;
}
