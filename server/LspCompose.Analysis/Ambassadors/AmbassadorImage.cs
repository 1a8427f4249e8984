namespace LspCompose.Analysis.Ambassadors;

/// <summary>What is known about an image that is used as an ambassador.</summary>
internal sealed record AmbassadorImage(AmbassadorKind Kind, ArgumentForm Arguments = ArgumentForm.Other)
{
    public AmbassadorCertainty Certainty { get; init; } = AmbassadorCertainty.Certain;

    /// <summary>True when it reads the variables of its own links.</summary>
    public bool ReadsLinkVariables { get; init; }

    /// <summary>True when it encrypts what it carries.</summary>
    public bool IsEncrypted { get; init; }
}
