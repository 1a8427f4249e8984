namespace LspCompose.Analysis.Projects.Loading;

/// <summary>What tells the items of a list apart.</summary>
internal enum UniqueKey
{
    /// <summary>The text before <c>=</c>.</summary>
    Name,

    /// <summary>The mount's path in the container.</summary>
    VolumeTarget,

    /// <summary>The device's path in the container.</summary>
    DeviceTarget,

    /// <summary>The file's path.</summary>
    Path,

    /// <summary>The whole text.</summary>
    Port,

    /// <summary>The secret's path in the container, by default below <c>/run/secrets</c>.</summary>
    SecretTarget,

    /// <summary>The config's path in the container, by default below the root.</summary>
    ConfigTarget,

    /// <summary>Address, published port, port and protocol.</summary>
    Publication,
}
