using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Interpolation;

/// <summary>
/// A piece of a value and the text of the template it comes from. A literal one maps character for character, a substituted one as a whole (its value may be empty).
/// </summary>
public readonly record struct TemplateSegment(TextSpan Value, TextSpan Source, TemplateSegmentKind Kind);
