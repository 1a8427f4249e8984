namespace LspCompose.Analysis.Engines;

/// <summary>A container's place on a network.</summary>
/// <param name="Network">The network's name.</param>
/// <param name="Address">Its address there; empty while it does not run.</param>
/// <param name="Aliases">The names it answers to there besides its own.</param>
public sealed record NetworkAttachment(string Network, string Address, IReadOnlyList<string> Aliases);
