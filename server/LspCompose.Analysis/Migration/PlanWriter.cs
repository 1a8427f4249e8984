using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>Writes what a plan does to a file down as edits of its text.</summary>
internal static class PlanWriter
{
    /// <summary>
    /// The edits of one file; none when nothing changes in it. Null when the result would not be what was planned (a syntax error, a lost comment):
    /// then the file is written in a way our edits do not understand, and is better left alone.
    /// </summary>
    public static IReadOnlyList<TextEdit>? Write(ConversionPlan plan, FilePlan changes, ConversionRequest request)
    {
        var file = changes.File;
        var model = file.Model;
        if (model.Roots.Count == 0)
        {
            return [];
        }

        var layout = new Layout(file.Tree);
        var services = new EditList();
        foreach (var change in changes.Changes.Where(change => !changes.RemovedServices.Contains(change.Service)))
        {
            ServiceWriter.Write(layout, services, change);
        }

        var root = model.Roots[0];
        var container = model.Format == ComposeFormat.Legacy ? root : model.Resolve(root.Get("services") ?? root);
        foreach (var removed in changes.RemovedServices)
        {
            ServiceWriter.Remove(layout, services, container, removed);
        }

        var top = new TopLevelWriter(file, layout);
        var edits = plan.WrapsLegacy && model.Format == ComposeFormat.Legacy ? LegacyWrapper.Wrap(file, layout, services, top) : services;
        if (request.IsWholeFile && request.Paths.Contains(file.Path))
        {
            Leftovers.Convert(file, layout, edits, top);
        }

        foreach (var network in changes.NewNetworks)
        {
            top.Declare("networks", network, plan.ExternalNetworks.GetValueOrDefault(network) is not { } name ? [] : name == network ? [("external", "true")] : [("external", "true"), ("name", name)]);
        }

        if (request.IsWholeFile && request.Paths.Contains(file.Path) && root.TryGetEntry("version", out var version) && version.Value.IsScalar)
        {
            top.DeleteEntry(version);
        }

        var all = new EditList();
        all.AddRange(edits.ToEdits());
        all.AddRange(top.Edits.ToEdits());
        var result = all.ToSeparateEdits();
        return result.Count == 0 || IsSound(changes, result) ? result : null;
    }

    private static bool IsSound(FilePlan changes, IReadOnlyList<TextEdit> edits)
    {
        var file = changes.File;
        var tree = file.Tree.WithText(file.Text.With(edits));
        return tree.Errors.Count == 0 && Comments(tree).SequenceEqual(Comments(file.Tree)) && KeepsServices(changes, new ComposeModel(tree));
    }

    private static bool KeepsServices(FilePlan changes, ComposeModel after)
    {
        var removed = changes.RemovedServices.ToHashSet();
        var rewritten = changes.Changes.ToDictionary(change => change.Service.Entry.Key, change => change.Rewrites.Values.Select(rewrite => rewrite.Attribute).Concat(change.NewItems.Keys).ToHashSet(StringComparer.Ordinal));
        return changes.File.Model.Services.All(service =>
            removed.Contains(service) || (after.Find(service.Name) is { } now && SameValue.KeepsAttributes(service.Body, now.Body, rewritten.GetValueOrDefault(service.Entry.Key) ?? [])));
    }

    private static IEnumerable<string> Comments(YamlSyntaxTree tree) =>
        tree.Comments.Select(tree.Text.ToString).Select(comment => comment.TrimEnd()).Order(StringComparer.Ordinal);
}
