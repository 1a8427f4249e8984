namespace LspCompose.Analysis.Values;

/// <summary>What the short form of a volume mounts.</summary>
public enum VolumeKind
{
    /// <summary>A named volume, or an anonymous one when there is no source.</summary>
    Volume,

    /// <summary>A file or directory of the host, or a Windows pipe.</summary>
    Bind,
}
