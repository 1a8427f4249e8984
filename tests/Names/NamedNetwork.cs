namespace LspCompose.Testing.Names;

/// <summary>A network a service is on, by the name the engine knows it by, with the service's aliases there.</summary>
internal sealed record NamedNetwork(string Name, IReadOnlyList<string> Aliases)
{
    /// <summary>True for a network without a way out; Docker asks such networks last.</summary>
    public bool IsInternal { get; init; }
}
