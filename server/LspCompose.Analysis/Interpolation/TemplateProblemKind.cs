namespace LspCompose.Analysis.Interpolation;

/// <summary>Why Compose refuses a template.</summary>
public enum TemplateProblemKind
{
    /// <summary>A <c>${</c> that begins no valid reference.</summary>
    InvalidFormat,

    /// <summary>A variable that <c>:?</c> or <c>?</c> requires has no value.</summary>
    MissingRequired,
}
