namespace LspCompose.Analysis.Model;

/// <summary>A network a service declares, with the aliases it has there.</summary>
public sealed record ServiceNetwork(string Name, IReadOnlyList<string> Aliases);
