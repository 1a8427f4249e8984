namespace LspCompose.Analysis.Engines;

/// <summary>Parts of what an engine holds.</summary>
[Flags]
public enum EngineParts
{
    /// <summary>No part.</summary>
    None = 0,

    /// <summary>The containers.</summary>
    Containers = 1,

    /// <summary>The images.</summary>
    Images = 2,

    /// <summary>The networks.</summary>
    Networks = 4,

    /// <summary>The volumes.</summary>
    Volumes = 8,
}
