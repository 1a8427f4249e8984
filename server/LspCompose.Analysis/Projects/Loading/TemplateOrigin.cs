using LspCompose.Analysis.Interpolation;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Maps a text after its variables were filled in to the text before.</summary>
internal sealed class TemplateOrigin(TemplateResult template, TextOrigin inner) : TextOrigin
{
    public override TextSpan ToSource(TextSpan part) => inner.ToSource(template.ToSource(part));
}
