using LspCompose.Analysis.Model;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>
/// Replaces <c>volumes_from</c> by the mounts it stands for. Never safe: volumes that the source's image declares are shared too, and no file names them.
/// </summary>
internal static class VolumesFromMigration
{
    /// <summary>Every use of <c>volumes_from</c> with the reason why a migration leaves it.</summary>
    public static IReadOnlyList<MigrationNote> Left(ComposeFile file) =>
    [
        .. VolumesFromUse.In(file).Select(use => new MigrationNote(
            use.Item.Span,
            $"'volumes_from: {use.From.Source}' of '{use.Consumer.Name}' stays: {use.Obstacle ?? $"volumes that the image of '{use.From.Source}' declares are shared too and cannot be seen in the file; 'fix --unsafe --rule deprecated-volumes-from' lists the other mounts instead"}.")),
    ];

    /// <summary>The edits that replace all items that can be replaced by mounts; none in a first-format file, which declares no volumes.</summary>
    public static IReadOnlyList<TextEdit> Edits(ComposeFile file) => Edits(file, _ => true);

    /// <summary>The edits that replace the item that starts at an offset.</summary>
    public static IReadOnlyList<TextEdit> EditsOf(ComposeFile file, int offset) => Edits(file, use => use.Item.Span.Start == offset);

    private static IReadOnlyList<TextEdit> Edits(ComposeFile original, Func<VolumesFromUse, bool> isAsked)
    {
        var file = FinalLineBreak.Ensure(original);
        var uses = VolumesFromUse.In(file).Where(use => use.Obstacle is null && isAsked(use)).ToList();
        if (uses.Count == 0 || file.Model.Format == ComposeFormat.Legacy)
        {
            return [];
        }

        var layout = new Layout(file.Tree);
        var edits = new EditList();
        var top = new TopLevelWriter(file, layout);
        var names = new SharedVolumeNames(file);
        var converted = uses.Select(use => use.Item).ToHashSet();
        var removed = uses.Select(use => use.Source).OfType<Service>().Distinct().Where(source => DataContainer.CanRemove(file, source, converted)).ToList();
        foreach (var group in uses.GroupBy(use => use.Consumer).Where(group => !removed.Contains(group.Key)))
        {
            VolumesFromWriter.Write(file, layout, edits, names, group.Key, [.. group]);
        }

        foreach (var (source, item, name) in names.Given.Where(given => !removed.Contains(given.Source)))
        {
            VolumesFromWriter.NameVolume(layout, edits, item, name);
        }

        foreach (var (_, _, name) in names.Given)
        {
            top.Declare("volumes", name);
        }

        var root = file.Model.Roots[0];
        foreach (var source in removed)
        {
            ServiceWriter.Remove(layout, edits, file.Model.Resolve(root.Get("services") ?? root), source);
        }

        var all = new EditList();
        all.AddRange(edits.ToEdits());
        all.AddRange(top.Edits.ToEdits());
        var result = all.ToSeparateEdits();
        return file.Tree.WithText(file.Text.With(result)).Errors.Count > 0 ? [] : FinalLineBreak.Drop(result, file.Text, original.Text);
    }
}
