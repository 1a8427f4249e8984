using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Interpolation;

/// <summary>
/// A reference to a variable: its name, the whole <c>$V</c> or <c>${V…}</c>, and the text after the operator (without an operator: the empty span after the name).
/// </summary>
public sealed record VariableUse(
    string Name,
    TextSpan NameSpan,
    TextSpan ReferenceSpan,
    VariableUseKind Kind,
    VariableOperator Operator,
    TextSpan OperandSpan);
