using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>Writes a plan down as edits of the file's text.</summary>
internal static class PlanWriter
{
    /// <summary>
    /// The edits of a plan; none when it changes nothing. Null when the result would not be what was planned (a syntax error, a lost comment):
    /// then the file is written in a way our edits do not understand, and is better left alone.
    /// </summary>
    public static IReadOnlyList<TextEdit>? Write(ConversionPlan plan, ConversionRequest request)
    {
        var file = plan.File;
        var model = file.Model;
        var layout = new Layout(file.Tree);
        var services = new EditList();
        foreach (var change in plan.Changes.Where(change => !plan.RemovedServices.Contains(change.Service)))
        {
            ServiceWriter.Write(layout, services, change);
        }

        if (model.Roots.Count == 0)
        {
            return [];
        }

        var root = model.Roots[0];
        var container = model.Format == ComposeFormat.Legacy ? root : model.Resolve(root.Get("services") ?? root);
        foreach (var removed in plan.RemovedServices)
        {
            ServiceWriter.Remove(layout, services, container, removed);
        }

        var isWrapped = model.Format == ComposeFormat.Legacy && (request.IsWholeFile || request.WrapsLegacy || plan.Converted.Count > 0);
        var top = new TopLevelWriter(file, layout);
        var edits = isWrapped ? LegacyWrapper.Wrap(file, layout, services, top) : services;
        if (plan.NewNetwork is { } network)
        {
            top.Declare("networks", network);
        }

        if (request.IsWholeFile && root.TryGetEntry("version", out var version) && version.Value.IsScalar)
        {
            top.DeleteEntry(version);
        }

        var all = new EditList();
        all.AddRange(edits.ToEdits());
        all.AddRange(top.Edits.ToEdits());
        var result = all.ToSeparateEdits();
        return result.Count == 0 || IsSound(plan, result) ? result : null;
    }

    private static bool IsSound(ConversionPlan plan, IReadOnlyList<TextEdit> edits)
    {
        var file = plan.File;
        var tree = file.Tree.WithText(file.Text.With(edits));
        return tree.Errors.Count == 0 && Comments(tree).SequenceEqual(Comments(file.Tree)) && KeepsServices(plan, new ComposeModel(tree));
    }

    private static bool KeepsServices(ConversionPlan plan, ComposeModel after)
    {
        var removed = plan.RemovedServices.ToHashSet();
        return plan.File.Model.Services.All(service =>
            removed.Contains(service) || (after.Find(service.Name) is { } now && SameValue.KeepsAttributes(service.Body, now.Body)));
    }

    private static IEnumerable<string> Comments(YamlSyntaxTree tree) =>
        tree.Comments.Select(tree.Text.ToString).Select(comment => comment.TrimEnd()).Order(StringComparer.Ordinal);
}
