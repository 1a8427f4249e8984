namespace LspCompose.Analysis.Engines;

/// <summary>What a container does, in the engine's words.</summary>
public enum ContainerState
{
    /// <summary>Something this version does not know.</summary>
    Unknown,

    /// <summary>Made, never started.</summary>
    Created,

    /// <summary>Running.</summary>
    Running,

    /// <summary>Halted for a while.</summary>
    Paused,

    /// <summary>Between two starts.</summary>
    Restarting,

    /// <summary>Being removed.</summary>
    Removing,

    /// <summary>Ended.</summary>
    Exited,

    /// <summary>Could not be removed wholly.</summary>
    Dead,
}
