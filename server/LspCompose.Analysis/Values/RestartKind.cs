namespace LspCompose.Analysis.Values;

/// <summary>When Docker starts a stopped container again.</summary>
public enum RestartKind
{
    /// <summary>Never.</summary>
    No,

    /// <summary>Whenever it stops.</summary>
    Always,

    /// <summary>Whenever it stops, except by hand.</summary>
    UnlessStopped,

    /// <summary>When it fails.</summary>
    OnFailure,
}
