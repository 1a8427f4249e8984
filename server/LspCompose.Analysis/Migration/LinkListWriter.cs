using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>Takes links out of a service and keeps their start order in <c>depends_on</c>.</summary>
internal sealed class LinkListWriter(Layout layout, EditList edits, ServiceChange change)
{
    private readonly Service service = change.Service;
    private readonly CollectionWriter collections = new(layout, edits);
    private readonly FlowText flow = FlowText.Of(change.Service.Body);

    /// <summary>True when the link's list is written in the service itself, in a form that can be edited item by item.</summary>
    public static bool CanEdit(Link link)
    {
        var service = link.Source;
        return service.OwnEntry("links") is { Value: { IsSequence: true, Anchor: null, Tag: null } list } entry
            && !service.IsShared(entry.Span)
            && list.Items.Any(item => item.Value == link.Item && item.Value.FullSpan == item.Value.Span && item.Value.Style is not (ScalarStyle.Literal or ScalarStyle.Folded))
            && (service.Attribute("depends_on") is null or { IsNull: true } || service.OwnEntry("depends_on") is { Value: { Anchor: null, Tag: null } order } && (order.IsSequence || order.IsMapping));
    }

    public void Write()
    {
        var added = change.NewDependencies;
        if (service.OwnEntry("links") is { } links && change.Links.Count > 0)
        {
            var removed = change.Links.Keys.Select(link => link.Item.Span).ToHashSet();
            if (links.Value.Items.All(item => removed.Contains(item.Value.Span)))
            {
                if (added.Count > 0 && service.OwnEntry("depends_on") is null)
                {
                    TurnIntoDependsOn(links);
                    return;
                }

                ServiceWriter.DeleteEntry(layout, edits, service, links);
            }
            else
            {
                collections.ChangeItems(links.Value, item => removed.Contains(item.Value.Span), [], flow);
                if (added.Count > 0 && service.OwnEntry("depends_on") is null)
                {
                    ServiceWriter.AddBelow(layout, edits, service, links, flow.Entry("depends_on", flow.List(added.Select(target => target.Name))));
                    return;
                }
            }
        }

        ChangeDependsOn(added);
    }

    private void TurnIntoDependsOn(YamlEntry links)
    {
        edits.Replace(Layout.Inner(links.Key), "depends_on");
        var targets = change.Links.ToDictionary(pair => pair.Key.Item.Span, pair => pair.Value);
        var written = new HashSet<Service>();
        var removed = new HashSet<TextSpan>();
        foreach (var item in links.Value.Items)
        {
            if (targets[item.Value.Span] is { } target && written.Add(target))
            {
                Rename(item.Value, target.Name);
            }
            else
            {
                removed.Add(item.Value.Span);
            }
        }

        collections.ChangeItems(links.Value, item => removed.Contains(item.Value.Span), [], flow);
    }

    private void Rename(YamlNode item, string name)
    {
        var inner = Layout.Inner(item);
        var isCut = layout.TextOf(inner).StartsWith(name + ":", StringComparison.Ordinal);
        if (isCut && (item.Style != ScalarStyle.Plain || Layout.Scalar(name) == name))
        {
            edits.Delete(new TextSpan(inner.Start + name.Length, inner.End));
        }
        else if (item.Value != name)
        {
            edits.Replace(inner, item.Style == ScalarStyle.Plain ? Layout.Scalar(name) : name);
        }
    }

    private void ChangeDependsOn(IReadOnlyList<Service> added)
    {
        if (service.OwnEntry("depends_on") is not { } entry || added.Count + change.RemovedDependencies.Count == 0)
        {
            return;
        }

        var removed = change.RemovedDependencies.Select(gone => gone.Name).ToHashSet(StringComparer.Ordinal);
        var order = entry.Value;
        var names = order.IsMapping ? order.Entries.Select(e => e.Name) : order.Items.Select(item => item.Value.Value);
        if (added.Count == 0 && names.All(removed.Contains))
        {
            ServiceWriter.DeleteEntry(layout, edits, service, entry);
        }
        else if (order.IsNull)
        {
            edits.Replace(order.Span, (order.IsMissing ? " " : "") + flow.List(added.Select(target => target.Name)));
        }
        else if (order.IsMapping)
        {
            var unit = ServiceWriter.IndentUnit(layout, service);
            collections.ChangeEntries(
                order,
                e => removed.Contains(e.Name),
                [.. added.SelectMany(target => new[] { Layout.Scalar(target.Name) + ":", new string(' ', unit) + "condition: service_started" })],
                [.. added.Select(target => flow.Entry(target.Name, FlowText.Mapping([flow.Entry("condition", flow.Scalar("service_started"))])))]);
        }
        else if (order.IsSequence)
        {
            collections.ChangeItems(order, item => removed.Contains(item.Value.Value), [.. added.Select(target => target.Name)], flow);
        }
    }
}
