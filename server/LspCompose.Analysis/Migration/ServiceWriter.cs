using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>Adds and deletes whole attributes of a service, in block or flow style, and whole services.</summary>
internal static class ServiceWriter
{
    /// <summary>True when attributes can be added to the service itself without another service getting them too.</summary>
    public static bool CanAdd(Service service) =>
        service.Body == service.Entry.Value && service.Body is { IsMapping: true, Entries.Count: > 0 } && !service.IsShared(service.Body.FullSpan);

    /// <summary>True when the service can be deleted without another part of the file losing an anchor.</summary>
    public static bool CanRemove(Service service) => !service.IsShared(service.Entry.Span);

    /// <summary>Writes all of a change down as edits.</summary>
    public static void Write(Layout layout, EditList edits, ServiceChange change)
    {
        if (change.RemovesAllAttributes)
        {
            // A mapping without entries would be read as null, which is no service and nothing to merge in.
            if (change is { AddsAttributes: false, Service.Body.IsFlow: false })
            {
                Empty(layout, edits, change.Service);
                return;
            }

            edits.Empties(change.Service.Body.Span.Start);
        }

        new NetworkWriter(layout, edits, change).Write();
        NetworkModeWriter.Write(layout, edits, change);
        new LinkListWriter(layout, edits, change).Write();
        ListWriter.Write(layout, edits, change);
        foreach (var (span, (_, text)) in change.Rewrites)
        {
            edits.Replace(span, text);
        }
    }

    /// <summary>Adds a one-line attribute below all others.</summary>
    public static void Append(Layout layout, EditList edits, Service service, string attribute) =>
        AddBelow(layout, edits, service, service.Body.Entries[^1], attribute);

    private static void Empty(Layout layout, EditList edits, Service service)
    {
        var body = service.Body;
        var properties = layout.TextOf(new TextSpan(body.FullSpan.Start, body.Span.Start)).TrimEnd();
        edits.Insert(properties.Length > 0 ? body.FullSpan.Start + properties.Length : service.Entry.ColonOffset + 1, " {}");
        layout.DeleteLines(edits, body.Span, layout.Column(body.Entries[0].Key.FullSpan.Start));
    }

    /// <summary>Deletes an attribute; its comments stay.</summary>
    public static void DeleteEntry(Layout layout, EditList edits, Service service, YamlEntry entry)
    {
        if (service.Body.IsFlow)
        {
            var entries = service.Body.Entries.ToList();
            if (entries.Count == 1)
            {
                edits.Delete(entry.Span);
            }
            else
            {
                layout.DeleteFlowElements(edits, [.. entries.Select(e => e.Span)], index => entries[index].Key == entry.Key);
            }
        }
        else
        {
            layout.DeleteLines(edits, entry.Span, layout.Column(entry.Key.FullSpan.Start));
        }
    }

    /// <summary>Adds a one-line attribute right below another one.</summary>
    public static void AddBelow(Layout layout, EditList edits, Service service, YamlEntry entry, string attribute)
    {
        if (service.Body.IsFlow)
        {
            new CollectionWriter(layout, edits).AppendFlow(service.Body, entry.Span, [attribute]);
        }
        else
        {
            layout.InsertLinesBelow(edits, entry.Span, [new string(' ', layout.Column(entry.Key.FullSpan.Start)) + attribute]);
        }
    }

    /// <summary>Deletes a service; the comments in it stay, and the blank line above it goes with it.</summary>
    public static void Remove(Layout layout, EditList edits, YamlNode services, Service service)
    {
        if (services.IsFlow)
        {
            var entries = services.Entries.ToList();
            layout.DeleteFlowElements(edits, [.. entries.Select(e => e.Span)], index => entries[index].Key == service.Entry.Key);
        }
        else
        {
            layout.DeleteLines(edits, layout.WithBlankLineAbove(service.Entry.Span), layout.Column(service.Entry.Key.FullSpan.Start));
        }
    }

    /// <summary>How many columns the service indents its attributes by.</summary>
    public static int IndentUnit(Layout layout, Service service) =>
        service.Body.IsFlow || service.Body.Entries.Count == 0
            ? 2
            : Math.Max(1, layout.Column(service.Body.Entries[0].Key.FullSpan.Start) - layout.Column(service.Entry.Key.FullSpan.Start));
}
