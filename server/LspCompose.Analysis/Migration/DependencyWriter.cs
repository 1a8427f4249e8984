using LspCompose.Analysis.Composition;
using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Migration;

/// <summary>Adds to and takes from a service's <c>depends_on</c>, in the form it is written in.</summary>
internal sealed class DependencyWriter(Layout layout, EditList edits, ServiceChange change)
{
    private readonly Service service = change.Service;
    private readonly FlowText flow = FlowText.Of(change.Service.Body);

    /// <summary>True when names can be added to the part's start order.</summary>
    public static bool CanAdd(ServicePart part) => part.Service.OwnEntry("depends_on") is { } own
        ? own.Value is { Anchor: null, Tag: null } order && (order.IsNull || order.IsSequence || order.IsMapping)
        : part.Service.Attribute("depends_on") is null or { IsNull: true } || (IsList(part.Service) && ServiceWriter.CanAdd(part.Service));

    /// <summary>Makes the change; what takes the place of links is written where they were.</summary>
    public void Write(IReadOnlyList<string> added)
    {
        if (service.OwnEntry("depends_on") is { } entry)
        {
            Change(entry, added);
        }
        else if (added.Count > 0)
        {
            // An own list hides one that is merged in, so it names what stands there too.
            List<string> names = [.. IsList(service) ? service.Attribute("depends_on")?.Items.Select(item => service.Resolve(item.Value).Value) ?? [] : [], .. added];
            var line = flow.Entry("depends_on", flow.List(names.Distinct(StringComparer.Ordinal)));
            if (service.OwnEntry("links") is { } links && !change.RemovesAll("links"))
            {
                ServiceWriter.AddBelow(layout, edits, service, links, line);
            }
            else
            {
                ServiceWriter.Append(layout, edits, service, line);
            }
        }
    }

    private static bool IsList(Service service) => service.Attribute("depends_on") is { IsSequence: true } list && list.Items.All(item => service.Resolve(item.Value).IsScalar);

    private void Change(YamlEntry entry, IReadOnlyList<string> added)
    {
        var order = entry.Value;
        var names = order.IsMapping ? order.Entries.Select(e => e.Name) : order.Items.Select(item => item.Value.Value);
        var present = names.ToHashSet(StringComparer.Ordinal);
        List<string> missing = [.. added.Where(name => !present.Contains(name))];
        if (missing.Count + change.RemovedDependencies.Count(present.Contains) == 0)
        {
            return;
        }

        var collections = new CollectionWriter(layout, edits);
        if (missing.Count == 0 && present.All(change.RemovedDependencies.Contains))
        {
            ServiceWriter.DeleteEntry(layout, edits, service, entry);
        }
        else if (order.IsNull)
        {
            edits.Replace(order.Span, (order.IsMissing ? " " : "") + flow.List(missing));
        }
        else if (order.IsMapping)
        {
            var unit = ServiceWriter.IndentUnit(layout, service);
            collections.ChangeEntries(
                order,
                e => change.RemovedDependencies.Contains(e.Name),
                [.. missing.SelectMany(target => new[] { Layout.Scalar(target) + ":", new string(' ', unit) + "condition: service_started" })],
                [.. missing.Select(target => flow.Entry(target, FlowText.Mapping([flow.Entry("condition", flow.Scalar("service_started"))])))]);
        }
        else if (order.Items.Count == 0)
        {
            edits.Replace(order.Span, flow.List(missing));
        }
        else
        {
            collections.ChangeItems(order, item => change.RemovedDependencies.Contains(item.Value.Value), missing, flow);
        }
    }
}
