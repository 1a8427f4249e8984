using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Interpolation;

/// <summary>A reason why Compose refuses a file of variables; the line counts from 1 and is the one the span starts in.</summary>
public sealed record DotEnvProblem(TextSpan Span, int Line, string Message);
