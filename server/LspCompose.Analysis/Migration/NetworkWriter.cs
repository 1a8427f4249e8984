using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>Puts a service on networks and gives it aliases there.</summary>
internal sealed class NetworkWriter(Layout layout, EditList edits, ServiceChange change)
{
    private readonly Service service = change.Service;
    private readonly CollectionWriter collections = new(layout, edits);
    private readonly FlowText flow = FlowText.Of(change.Service.Body);

    /// <summary>True when aliases can be added to the networks of a service, which a link of some consumer needs.</summary>
    public static bool CanJoin(Service owner, Service consumer) =>
        owner.OwnEntry("networks") is { } entry
            ? entry.Value is { Anchor: null, Tag: null } && !owner.IsShared(entry.Span) && entry.Value.Entries.All(e => !e.Value.IsAlias) && entry.Value.Items.All(i => i.Value.IsScalar)
            : owner.Attribute("networks") is null && (ServiceWriter.CanAdd(owner) || owner == consumer);

    public void Write()
    {
        if (change.Networks.Count == 0)
        {
            return;
        }

        if (service.OwnEntry("networks") is not { } entry)
        {
            AddNetworks();
        }
        else if (entry.Value.Entries.Count + entry.Value.Items.Count == 0)
        {
            edits.Replace(entry.Value.Span, (entry.Value.IsMissing ? " " : "") + flow.Networks(change.Networks));
        }
        else
        {
            var renamed = change.Networks.Where(network => network.Aliases.Count > 0).ToList();
            if (entry.Value.IsSequence && renamed.Count > 0)
            {
                TurnIntoMapping(entry, renamed.ToDictionary(network => network.Name, network => network.Aliases, StringComparer.Ordinal));
                return;
            }

            foreach (var network in renamed)
            {
                AddAliases(entry, network);
            }
        }
    }

    private void AddNetworks()
    {
        var body = service.Body;
        if (body.IsFlow)
        {
            collections.AppendFlow(body, body.Entries[^1].Span, [flow.Entry("networks", flow.Networks(change.Networks))]);
            return;
        }

        var column = layout.Column(body.Entries[0].Key.FullSpan.Start);
        var unit = ServiceWriter.IndentUnit(layout, service);
        List<string> lines = change.Networks.All(network => network.Aliases.Count == 0)
            ? ["networks: " + flow.Networks(change.Networks)]
            : ["networks:", .. change.Networks.SelectMany(network => BlockNetwork(network, unit))];
        var indented = lines.Select(line => new string(' ', column) + line);
        if (service.OwnEntry("links") is { } links)
        {
            layout.InsertLinesAbove(edits, links.Key.FullSpan.Start, indented);
        }
        else
        {
            layout.InsertLinesBelow(edits, body.Entries[^1].Span, indented);
        }
    }

    private static IEnumerable<string> BlockNetwork(ServiceNetwork network, int unit)
    {
        yield return new string(' ', unit) + Layout.Scalar(network.Name) + ":";
        if (network.Aliases.Count > 0)
        {
            yield return new string(' ', unit * 2) + FlowText.Yaml.Aliases(network.Aliases);
        }
    }

    private void AddAliases(YamlEntry networks, ServiceNetwork network)
    {
        var unit = ServiceWriter.IndentUnit(layout, service);
        var entry = networks.Value.Entries.Last(e => e.Name == network.Name);
        var value = entry.Value;
        if (value.IsMapping && value.Get("aliases") is { IsSequence: true } aliases && (aliases.IsFlow || aliases.Items.Count > 0))
        {
            var present = aliases.Items.Select(item => item.Value.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
            collections.ChangeItems(aliases, _ => false, [.. network.Aliases.Where(alias => !present.Contains(alias))], flow);
        }
        else if (value.IsMapping && value.Entries.Count > 0)
        {
            collections.ChangeEntries(value, _ => false, [FlowText.Yaml.Aliases(network.Aliases)], [flow.Aliases(network.Aliases)]);
        }
        else if (value.IsMissing && !networks.Value.IsFlow)
        {
            var column = layout.Column(entry.Key.FullSpan.Start) + unit;
            layout.InsertLinesBelow(edits, entry.Span, [new string(' ', column) + FlowText.Yaml.Aliases(network.Aliases)]);
        }
        else
        {
            edits.Replace(value.Span, (value.IsMissing ? " " : "") + flow.Membership(network.Aliases));
        }
    }

    private void TurnIntoMapping(YamlEntry networks, IReadOnlyDictionary<string, IReadOnlyList<string>> aliases)
    {
        var unit = ServiceWriter.IndentUnit(layout, service);
        var list = networks.Value;
        if (list.IsFlow)
        {
            edits.Replace(TextSpan.FromLength(list.Span.Start, 1), "{");
            foreach (var item in list.Items)
            {
                edits.Insert(item.Value.Span.End, ": " + flow.Membership(aliases.GetValueOrDefault(item.Value.Value, [])));
            }

            edits.Replace(TextSpan.FromLength(list.Span.End - 1, 1), "}");
            return;
        }

        var keyColumn = layout.Column(networks.Key.FullSpan.Start);
        var column = layout.Column(list.Items[0].DashOffset);
        var shift = column > keyColumn ? 0 : unit;
        foreach (var item in list.Items)
        {
            edits.Replace(new TextSpan(item.DashOffset, item.Value.Span.Start), new string(' ', shift));
            edits.Insert(item.Value.Span.End, ":");
            if (aliases.TryGetValue(item.Value.Value, out var names))
            {
                layout.InsertLinesBelow(edits, item.Value.Span, [new string(' ', column + shift + unit) + FlowText.Yaml.Aliases(names)]);
            }
        }
    }
}
