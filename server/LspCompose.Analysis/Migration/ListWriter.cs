namespace LspCompose.Analysis.Migration;

/// <summary>Adds items to lists of a service that may not be there yet.</summary>
internal static class ListWriter
{
    public static void Write(Layout layout, EditList edits, ServiceChange change)
    {
        var service = change.Service;
        var flow = FlowText.Of(service.Body);
        foreach (var (attribute, items) in change.NewItems)
        {
            if (service.OwnEntry(attribute) is not { } entry)
            {
                ServiceWriter.Append(layout, edits, service, flow.Entry(attribute, flow.List(items)));
            }
            else if (entry.Value is { IsSequence: true, Items.Count: > 0 })
            {
                new CollectionWriter(layout, edits).ChangeItems(entry.Value, _ => false, items, flow);
            }
            else if (entry.Value is { IsMapping: true, Entries.Count: > 0 })
            {
                // The long form of KEY:VALUE lists.
                var pairs = items.Select(item => item.Split(':', 2)).ToList();
                new CollectionWriter(layout, edits).ChangeEntries(
                    entry.Value,
                    _ => false,
                    [.. pairs.Select(pair => $"{Layout.Scalar(pair[0])}: {Layout.Quoted(pair[^1])}")],
                    [.. pairs.Select(pair => flow.Entry(pair[0], Layout.Quoted(pair[^1])))]);
            }
            else
            {
                edits.Replace(entry.Value.Span, (entry.Value.IsMissing ? " " : "") + flow.List(items));
            }
        }
    }

    /// <summary>True when items can be added to a list of a service.</summary>
    public static bool CanAdd(Model.Service service, string attribute) => service.OwnEntry(attribute) is { } entry
        ? entry.Value is { Anchor: null, Tag: null, IsAlias: false } && !service.IsShared(entry.Span)
        : service.Attribute(attribute) is null && ServiceWriter.CanAdd(service);
}
