namespace LspCompose.Analysis.Interpolation;

/// <summary>The operator in a reference to a variable.</summary>
public enum VariableOperator
{
    /// <summary><c>$V</c> or <c>${V}</c>.</summary>
    None,

    /// <summary><c>${V:-text}</c>: the text if the variable is unset or empty.</summary>
    DefaultIfEmpty,

    /// <summary><c>${V-text}</c>: the text if the variable is unset.</summary>
    DefaultIfUnset,

    /// <summary><c>${V:+text}</c>: the text if the variable is set and not empty.</summary>
    AlternativeIfNotEmpty,

    /// <summary><c>${V+text}</c>: the text if the variable is set.</summary>
    AlternativeIfSet,

    /// <summary><c>${V:?text}</c>: an error if the variable is unset or empty.</summary>
    RequiredNotEmpty,

    /// <summary><c>${V?text}</c>: an error if the variable is unset.</summary>
    Required,
}
