namespace LspCompose.Analysis.Engines;

/// <summary>Something mounted in a container.</summary>
/// <param name="Volume">The volume's name; empty for a path of the host.</param>
/// <param name="Source">The path of the host.</param>
/// <param name="Target">The path in the container.</param>
public sealed record ContainerMount(string Volume, string Source, string Target);
