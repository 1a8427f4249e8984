namespace LspCompose.Engine.Reading;

/// <summary>What a swarm keeps for its services; nulls where the engine manages none.</summary>
internal sealed record SwarmNames(IReadOnlyList<string>? Secrets, IReadOnlyList<string>? Configs);
