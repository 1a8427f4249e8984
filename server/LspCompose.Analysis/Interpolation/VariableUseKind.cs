namespace LspCompose.Analysis.Interpolation;

/// <summary>What became of a reference to a variable.</summary>
public enum VariableUseKind
{
    /// <summary>The variable is set, maybe to an empty text.</summary>
    Set,

    /// <summary>The default after <c>:-</c> or <c>-</c> is used.</summary>
    Defaulted,

    /// <summary>Unset, which is provided for: <c>:+</c> or <c>+</c> yields an empty text without a warning.</summary>
    Absent,

    /// <summary>The variable is required and has no value.</summary>
    MissingRequired,

    /// <summary>Unset and without a default: Compose warns and takes an empty text.</summary>
    Unset,

    /// <summary>In a text that is not used, so nothing is looked up.</summary>
    Unevaluated,
}
