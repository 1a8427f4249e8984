namespace LspCompose.Engine.Endpoints;

/// <summary>Where an engine is to be looked for, or what is wrong with what names it.</summary>
/// <param name="Context">The Docker context; empty where an address was given without one.</param>
/// <param name="Address">The address as it was given; empty where there is none.</param>
internal sealed record FoundEndpoint(string Context, string Address)
{
    /// <summary>How to reach it; null when something is wrong.</summary>
    public EngineEndpoint? Endpoint { get; init; }

    /// <summary>What is wrong and what to do, as a sentence; empty when nothing is.</summary>
    public string Problem { get; init; } = "";
}
