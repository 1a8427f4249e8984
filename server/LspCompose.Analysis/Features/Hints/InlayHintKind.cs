namespace LspCompose.Analysis.Features.Hints;

/// <summary>What a hint tells; each kind can be switched off.</summary>
public enum InlayHintKind
{
    /// <summary>The value in effect where another file, or an extended service, changes what is written.</summary>
    EffectiveValues,

    /// <summary>The value of a variable.</summary>
    Variables,

    /// <summary>The default network of a service that names none, in projects with other networks.</summary>
    ImplicitNetworks,

    /// <summary>A port in short form, read out.</summary>
    Ports,

    /// <summary>What the containers of a service do, where there is a Docker engine.</summary>
    Containers,
}
