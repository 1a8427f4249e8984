using LspCompose.Analysis.Model;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>What a conversion changes in one service of a file, or in a fragment that services share.</summary>
internal sealed class ServiceChange(Service service)
{
    private readonly List<string> orders = [];

    public Service Service { get; } = service;

    /// <summary>
    /// Items of <c>links</c> and <c>external_links</c> to take away, by the place of the item, each with the service that takes its place in <c>depends_on</c>,
    /// null where no order is kept or it is written elsewhere.
    /// </summary>
    public Dictionary<TextSpan, string?> RemovedItems { get; } = [];

    /// <summary>New texts of items, by their place.</summary>
    public Dictionary<TextSpan, string> NewTexts { get; } = [];

    /// <summary>Items to add to <c>external_links</c>.</summary>
    public List<string> NewExternalLinks { get; } = [];

    /// <summary>Names in <c>depends_on</c> that go away.</summary>
    public HashSet<string> RemovedDependencies { get; } = new(StringComparer.Ordinal);

    /// <summary>Networks to be on, each with the aliases to have there, in order.</summary>
    public List<ServiceNetwork> Networks { get; } = [];

    /// <summary>Items to add to lists: <c>ports</c>, <c>extra_hosts</c>.</summary>
    public Dictionary<string, List<string>> NewItems { get; } = new(StringComparer.Ordinal);

    /// <summary>New texts inside values, by their place, and the attributes they are in.</summary>
    public Dictionary<TextSpan, (string Attribute, string Text)> Rewrites { get; } = [];

    /// <summary>True when the service leaves Docker's default bridge, so its <c>network_mode</c> goes away.</summary>
    public bool LeavesBridge { get; set; }

    /// <summary>True when a first-format service has to stay on Docker's default bridge, which the current format has to be told.</summary>
    public bool StaysOnBridge { get; set; }

    /// <summary>The services to start after, in the order of the links.</summary>
    public IReadOnlyList<string> NewDependencies => [.. RemovedItems.OrderBy(item => item.Key.Start).Select(item => item.Value).OfType<string>().Concat(orders).Distinct(StringComparer.Ordinal)];

    /// <summary>True when every item of a list is taken away.</summary>
    public bool RemovesAll(string attribute) =>
        Service.OwnEntry(attribute) is { Value: { IsSequence: true, Items.Count: > 0 } list } && list.Items.All(item => RemovedItems.ContainsKey(item.Value.Span));

    /// <summary>True when the list of links becomes that of the start order, in its place.</summary>
    public bool TurnsLinksIntoOrder =>
        RemovesAll("links") && NewDependencies is { Count: > 0 } added && Service.Attribute("depends_on") is null && added.All(RemovedItems.ContainsValue);

    /// <summary>True when none of the attributes the service has stays.</summary>
    public bool RemovesAllAttributes => Service.Body.Entries.All(entry => entry.Name switch
    {
        "links" => RemovesAll("links") && !TurnsLinksIntoOrder,
        "external_links" => RemovesAll("external_links") && NewExternalLinks.Count == 0,
        "network_mode" => LeavesBridge,
        "depends_on" => RemovedDependencies.Count > 0 && NewDependencies.Count == 0 && entry.Value.Entries.All(e => RemovedDependencies.Contains(e.Name)) && entry.Value.Items.All(item => RemovedDependencies.Contains(item.Value.Value)),
        _ => false,
    });

    /// <summary>True when any attribute is added.</summary>
    public bool AddsAttributes => Networks.Count + NewItems.Count + NewDependencies.Count + NewExternalLinks.Count > 0 || StaysOnBridge;

    /// <summary>Asks for a start order that takes no item's place.</summary>
    public void StartAfter(string service) => orders.Add(service);

    /// <summary>Asks for an item of a list.</summary>
    public void AddItem(string attribute, string text)
    {
        if (!NewItems.TryGetValue(attribute, out var items))
        {
            NewItems[attribute] = items = [];
        }

        if (!items.Contains(text))
        {
            items.Add(text);
        }
    }

    /// <summary>Asks for an alias on a network, an empty list of aliases just for being on it.</summary>
    public void Join(string network, IReadOnlyList<string> aliases)
    {
        var index = Networks.FindIndex(joined => joined.Name == network);
        if (index < 0)
        {
            Networks.Add(new ServiceNetwork(network, aliases));
        }
        else
        {
            Networks[index] = new ServiceNetwork(network, [.. Networks[index].Aliases.Union(aliases, StringComparer.OrdinalIgnoreCase)]);
        }
    }
}
