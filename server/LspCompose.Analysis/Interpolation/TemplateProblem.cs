using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Interpolation;

/// <summary>
/// A reason why Compose refuses a template. The span is the reference: malformed, requiring or too long; the detail is the author's own message after <c>?</c>, empty without one.
/// </summary>
public sealed record TemplateProblem(TemplateProblemKind Kind, TextSpan Span, string Variable, string Detail);
