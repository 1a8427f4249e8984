namespace LspCompose.Analysis.Ambassadors;

/// <summary>Why the target of a forwarded port cannot be used as it is written.</summary>
public enum ForwardProblem
{
    /// <summary>It can be used.</summary>
    None,

    /// <summary>The host is a placeholder, such as <c>*.*.*.*</c>.</summary>
    MaskedHost,

    /// <summary>Something follows the port, such as <c>//comment</c>, and becomes part of the target.</summary>
    TrailingText,

    /// <summary>A variable decides the host or the port.</summary>
    Variable,

    /// <summary>The host or the port is missing.</summary>
    Incomplete,
}
