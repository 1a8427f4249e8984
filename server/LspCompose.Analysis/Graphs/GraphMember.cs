namespace LspCompose.Analysis.Graphs;

/// <summary>A service on a network, with the aliases it has there.</summary>
public sealed record GraphMember(string Service, IReadOnlyList<string> Aliases);
