using LspCompose.Analysis.Composition;
using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Migration;

/// <summary>Finds the mapping an item of a list is written in, which may be a fragment that services merge in.</summary>
internal static class ItemHost
{
    /// <summary>The service, or the fragment looked at as one, whose own attribute the item stands in; null where it cannot be edited item by item.</summary>
    public static Service? Of(ComposedLink link)
    {
        var file = link.Part.File;
        var item = link.Link.Item;
        var own = link.Part.Service;
        if (CanEdit(own, link.Link))
        {
            return own;
        }

        var path = file.Tree.PathTo(item.Span.Start);
        for (var step = path.Count - 1; step > 0; step--)
        {
            if (path[step].Entry is { } list && list.Name == link.Link.Attribute && list.Value.Items.Any(other => other.Value == item) && path[step - 1].Entry is { } holder)
            {
                var host = file.Model.Services.FirstOrDefault(service => service.Entry.Key == holder.Key) ?? new Service(file.Model, holder);
                return CanEdit(host, link.Link) ? host : null;
            }
        }

        return null;
    }

    private static bool CanEdit(Service service, Link link) =>
        service.OwnEntry(link.Attribute) is { Value: { IsSequence: true, Anchor: null, Tag: null } list } entry
        && !service.IsShared(entry.Span)
        && list.Items.Any(item => item.Value == link.Item && item.Value.FullSpan == item.Value.Span && item.Value.Style is not (ScalarStyle.Literal or ScalarStyle.Folded));
}
