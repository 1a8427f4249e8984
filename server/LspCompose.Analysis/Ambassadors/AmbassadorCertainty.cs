namespace LspCompose.Analysis.Ambassadors;

/// <summary>How sure it is that a service is an ambassador, surest first.</summary>
public enum AmbassadorCertainty
{
    /// <summary>Its image is nothing else.</summary>
    Certain,

    /// <summary>Its name or configuration says so, and others use it as one.</summary>
    High,

    /// <summary>It has the shape of one, which something else may have too.</summary>
    Medium,
}
