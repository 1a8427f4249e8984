namespace LspCompose.Analysis.Interpolation;

/// <summary>When the text after an operator is evaluated.</summary>
public enum TemplateMode
{
    /// <summary>Only where its value is needed, as Compose does today.</summary>
    Lazy,

    /// <summary>Always, as Compose 2.26 does: an error in a default counts although the default is not used.</summary>
    Eager,
}
