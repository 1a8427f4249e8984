namespace LspCompose.Analysis.Images;

/// <summary>What a path in a container is for.</summary>
internal enum KnownPathKind
{
    /// <summary>What the container writes and keeps: a volume.</summary>
    Data,

    /// <summary>What the container is given: a file or folder of the project, read only.</summary>
    Given,
}
