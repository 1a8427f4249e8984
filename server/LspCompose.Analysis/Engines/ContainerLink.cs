namespace LspCompose.Analysis.Engines;

/// <summary>A link of a container.</summary>
/// <param name="Target">The name of the container it leads to.</param>
/// <param name="Alias">The name it gives it.</param>
public sealed record ContainerLink(string Target, string Alias);
