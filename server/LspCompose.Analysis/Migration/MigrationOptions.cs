namespace LspCompose.Analysis.Migration;

/// <summary>Choices of a migration.</summary>
public sealed record MigrationOptions
{
    /// <summary>Name of the network to create; null derives one that collides with nothing.</summary>
    public string? NetworkName { get; init; }

    /// <summary>Which network takes over from the links; null leaves it to the workspace's settings.</summary>
    public NetworkStrategy? Strategy { get; init; }

    /// <summary>True to convert also what somebody may notice, each told in <see cref="MigrationResult.Doubts"/>; otherwise it stays, with the reason.</summary>
    public bool IncludesUnsafe { get; init; }
}
