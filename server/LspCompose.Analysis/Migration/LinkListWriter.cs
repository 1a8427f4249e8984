using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>Takes items out of <c>links</c> and <c>external_links</c>, rewrites them, and keeps the start order of links in <c>depends_on</c>.</summary>
internal sealed class LinkListWriter(Layout layout, EditList edits, ServiceChange change)
{
    private readonly Service service = change.Service;
    private readonly CollectionWriter collections = new(layout, edits);
    private readonly FlowText flow = FlowText.Of(change.Service.Body);

    public void Write()
    {
        var added = change.NewDependencies;
        if (service.OwnEntry("links") is { } links && change.TurnsLinksIntoOrder)
        {
            TurnIntoDependsOn(links);
            added = [];
        }
        else
        {
            ChangeList("links", []);
        }

        ChangeList("external_links", change.NewExternalLinks);
        new DependencyWriter(layout, edits, change).Write(added);
    }

    private void ChangeList(string attribute, IReadOnlyList<string> added)
    {
        if (service.OwnEntry(attribute) is not { Value.IsSequence: true } entry)
        {
            if (added.Count > 0)
            {
                ServiceWriter.Append(layout, edits, service, flow.Entry(attribute, flow.List(added)));
            }

            return;
        }

        var items = entry.Value.Items;
        if (added.Count == 0 && change.RemovesAll(attribute))
        {
            ServiceWriter.DeleteEntry(layout, edits, service, entry);
        }
        else if (added.Count > 0 || items.Any(item => change.RemovedItems.ContainsKey(item.Value.Span)))
        {
            collections.ChangeItems(entry.Value, item => change.RemovedItems.ContainsKey(item.Value.Span), added, flow);
        }

        foreach (var item in items)
        {
            if (change.NewTexts.TryGetValue(item.Value.Span, out var text))
            {
                edits.Replace(Layout.Inner(item.Value), item.Value.Style == ScalarStyle.Plain ? Layout.Scalar(text) : text);
            }
        }
    }

    private void TurnIntoDependsOn(YamlEntry links)
    {
        edits.Replace(Layout.Inner(links.Key), "depends_on");
        var written = new HashSet<string>(StringComparer.Ordinal);
        var removed = new HashSet<TextSpan>();
        foreach (var item in links.Value.Items)
        {
            if (change.RemovedItems[item.Value.Span] is { } target && written.Add(target))
            {
                Rename(item.Value, target);
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
}
