namespace LspCompose.Analysis.Composition;

/// <summary>
/// A name one service alone knows another one by: a link, or an external link to a service of the project. <see cref="Linked"/> is the service the item names,
/// <see cref="Target"/> the one whose address it leads to. Told apart by identity, not by its words.
/// </summary>
internal sealed class PrivateName(string consumer, string alias, string target, string linked)
{
    /// <summary>The service that knows the name.</summary>
    public string Consumer { get; } = consumer;

    /// <summary>The name, with its case.</summary>
    public string Alias { get; } = alias;

    /// <summary>The service it means.</summary>
    public string Target { get; } = target;

    /// <summary>The service whose container the item names.</summary>
    public string Linked { get; } = linked;
}
