using LspCompose.Analysis.Composition;
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

    /// <summary>The part of a service that says which networks it is on: the last that names the network or any, else the one that defines the service.</summary>
    public static ServicePart PartFor(ComposedService service, string network)
    {
        var own = service.Parts.Where(part => part.Kind == PartKind.Own).ToList();
        return own.LastOrDefault(part => part.Service.OwnEntry("networks") is not null && part.Service.Networks?.Any(declared => declared.Name == network) == true)
            ?? own.LastOrDefault(part => part.Service.OwnEntry("networks") is not null)
            ?? service.Definition;
    }

    /// <summary>True when a service can be given a network, or an alias on one it is on, without another service getting it too.</summary>
    public static bool CanJoin(ComposedService service, string network)
    {
        var part = PartFor(service, network).Service;
        return part.OwnEntry("networks") is { } entry
            ? entry.Value is { Anchor: null, Tag: null } && !part.IsShared(entry.Span) && entry.Value.Entries.All(e => !e.Value.IsAlias) && entry.Value.Items.All(i => i.Value.IsScalar)
            : ServiceWriter.CanAdd(part);
    }

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
        else if (entry.Value.IsAlias)
        {
            edits.Replace(entry.Value.Span, flow.Networks(Full(change.Networks)));
        }
        else if (entry.Value.Entries.Count + entry.Value.Items.Count == 0)
        {
            edits.Replace(entry.Value.Span, (entry.Value.IsMissing ? " " : "") + flow.Networks(change.Networks));
        }
        else
        {
            Change(entry);
        }
    }

    private void Change(YamlEntry entry)
    {
        var declared = (service.Networks ?? []).Select(network => network.Name).ToHashSet(StringComparer.Ordinal);
        var renamed = change.Networks.Where(network => network.Aliases.Count > 0 && declared.Contains(network.Name)).ToList();
        var added = change.Networks.Where(network => !declared.Contains(network.Name)).ToList();
        if (entry.Value.IsSequence)
        {
            if (renamed.Count == 0 && added.TrueForAll(network => network.Aliases.Count == 0))
            {
                if (added.Count > 0)
                {
                    collections.ChangeItems(entry.Value, _ => false, [.. added.Select(network => network.Name)], flow);
                }

                return;
            }

            TurnIntoMapping(entry, renamed.ToDictionary(network => network.Name, network => network.Aliases, StringComparer.Ordinal), added);
            return;
        }

        foreach (var network in renamed)
        {
            AddAliases(entry, network);
        }

        if (added.Count > 0)
        {
            var unit = ServiceWriter.IndentUnit(layout, service);
            collections.ChangeEntries(
                entry.Value,
                _ => false,
                [.. added.SelectMany(network => BlockNetwork(network, unit)).Select(line => line[unit..])],
                [.. added.Select(network => flow.Entry(network.Name, flow.Membership(network.Aliases)))]);
        }
    }

    // An own mapping hides one that is merged in, so it names what stands there too.
    private IReadOnlyList<ServiceNetwork> Full(IReadOnlyList<ServiceNetwork> wanted) =>
        [.. (service.Networks ?? []).Select(declared => wanted.FirstOrDefault(network => network.Name == declared.Name) is { } more ? new ServiceNetwork(declared.Name, [.. declared.Aliases.Union(more.Aliases, StringComparer.OrdinalIgnoreCase)]) : declared),
            .. wanted.Where(network => service.Networks?.Any(declared => declared.Name == network.Name) != true)];

    private void AddNetworks()
    {
        var body = service.Body;
        var networks = Full(change.Networks);
        if (body.IsFlow)
        {
            collections.AppendFlow(body, body.Entries[^1].Span, [flow.Entry("networks", flow.Networks(networks))]);
            return;
        }

        var column = layout.Column(body.Entries[0].Key.FullSpan.Start);
        var unit = ServiceWriter.IndentUnit(layout, service);
        List<string> lines = networks.All(network => network.Aliases.Count == 0)
            ? ["networks: " + flow.Networks(networks)]
            : ["networks:", .. networks.SelectMany(network => BlockNetwork(network, unit))];
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

    private void TurnIntoMapping(YamlEntry networks, IReadOnlyDictionary<string, IReadOnlyList<string>> aliases, IReadOnlyList<ServiceNetwork> added)
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

            if (added.Count > 0)
            {
                collections.AppendFlow(list, list.Items[^1].Value.FullSpan, added.Select(network => flow.Entry(network.Name, flow.Membership(network.Aliases))));
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

        if (added.Count > 0)
        {
            var indent = new string(' ', column + shift);
            layout.InsertLinesBelow(edits, list.Items[^1].Value.Span, added.SelectMany(network => BlockNetwork(network, unit)).Select(line => indent + line[unit..]));
        }
    }
}
