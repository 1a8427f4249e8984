namespace LspCompose.Engine.Tests.Proof;

/// <summary>A running project as its containers see it: who answers to each name asked for, who started when, who shares which volume.</summary>
internal sealed record Observation(string Tool)
{
    /// <summary>Who answers to a name for a consumer; see <see cref="Answers.Text"/>.</summary>
    public required IReadOnlyDictionary<(string Consumer, string Name), string> Answers { get; init; }

    /// <summary>When the container of each service started; of several, the first one.</summary>
    public required IReadOnlyDictionary<string, DateTime> Started { get; init; }

    /// <summary>Every place a volume or folder is mounted at.</summary>
    public required IReadOnlySet<string> Mounts { get; init; }

    /// <summary>Pairs of places at which two services see the same data.</summary>
    public required IReadOnlySet<string> SharedMounts { get; init; }

    /// <summary>What processes wrote down, addresses replaced by who has them.</summary>
    public required IReadOnlyDictionary<(string Service, string Path), string> Readings { get; init; }

    /// <summary>The service each port of the host leads to.</summary>
    public required IReadOnlyDictionary<string, string> Ports { get; init; }
}
