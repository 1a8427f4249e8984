namespace LspCompose.Analysis.Interpolation;

/// <summary>Why Compose refuses a template.</summary>
public enum TemplateProblemKind
{
    /// <summary>A <c>${</c> that begins no valid reference.</summary>
    InvalidFormat,

    /// <summary>A variable that <c>:?</c> or <c>?</c> requires has no value.</summary>
    MissingRequired,

    /// <summary>A variable whose value is left out because the text would get too long. Compose would take it if it had the memory.</summary>
    TooLong,
}
