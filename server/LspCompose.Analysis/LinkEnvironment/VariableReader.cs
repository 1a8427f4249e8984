namespace LspCompose.Analysis.LinkEnvironment;

/// <summary>Who puts a variable's value in the place of its mention.</summary>
internal enum VariableReader
{
    /// <summary>Only the name stands there; whatever runs in the container looks it up.</summary>
    Program,

    /// <summary>A reference the container gets, so its shell fills it in.</summary>
    Shell,

    /// <summary>A reference Compose fills in before the container starts.</summary>
    Compose,

    /// <summary>A reference with an operator, which Compose fills in or refuses whatever the container has.</summary>
    ComposeOperator,
}
