using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>A service that reaches others through an ambassador: by links, or by the ambassador's own name on a network both are on.</summary>
public sealed record AmbassadorConsumer(Service Service)
{
    /// <summary>Its links to the ambassador.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>What it asks the ambassador to connect it to, by port; empty unless the ambassador reads its consumers' variables.</summary>
    public IReadOnlyList<ConsumerBackend> Backends { get; init; } = [];
}
