namespace LspCompose.Analysis.Migration;

/// <summary>Choices of a migration.</summary>
public sealed record MigrationOptions
{
    /// <summary>Name of the network to create; null derives one that collides with nothing.</summary>
    public string? NetworkName { get; init; }
}
