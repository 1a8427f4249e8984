using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Values;

/// <summary>An item of a service's <c>volumes</c>: what it mounts, and where its parts stand in the text (null where a part is not written).</summary>
public sealed record VolumeMount
{
    /// <summary>What is mounted.</summary>
    public required VolumeKind Kind { get; init; }

    /// <summary>The path on the host or the name of the volume; empty for an anonymous volume.</summary>
    public required string Source { get; init; }

    /// <summary>The path in the container, cleaned up.</summary>
    public required string Target { get; init; }

    /// <summary>True when the container may not write to it.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>True when a new volume does not get what the image has at its place.</summary>
    public bool NoCopy { get; init; }

    /// <summary>The propagation of mounts, for instance <c>rshared</c>; empty when not given.</summary>
    public string Propagation { get; init; } = "";

    /// <summary>The SELinux label, <c>z</c> or <c>Z</c>; empty when not given.</summary>
    public string SELinux { get; init; } = "";

    /// <summary>The options as written.</summary>
    public IReadOnlyList<VolumeOption> Options { get; init; } = [];

    /// <summary>Where the source stands.</summary>
    public TextSpan? SourceSpan { get; init; }

    /// <summary>Where the target stands.</summary>
    public TextSpan TargetSpan { get; init; }

    /// <summary>Where the options stand.</summary>
    public TextSpan? OptionsSpan { get; init; }
}
