using LspCompose.Analysis.Composition;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Migration;
using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Fixes;

/// <summary>Fixes for what is left of older file formats.</summary>
internal static class LegacyFixes
{
    /// <summary>Deletes a top-level <c>version</c>.</summary>
    public static Fix RemoveVersion(ComposeFile file, YamlEntry version) =>
        new("Remove 'version'", FixKind.QuickFix, () =>
        {
            var ensured = FinalLineBreak.Ensure(file);
            if (ensured.Model.Roots.Count == 0 || !ensured.Model.Roots[0].TryGetEntry(version.Name, out var entry))
            {
                return [];
            }

            var top = new TopLevelWriter(ensured, new Layout(ensured.Tree));
            top.DeleteEntry(entry);
            return [.. FinalLineBreak.Drop(top.Edits.ToEdits(), ensured.Text, file.Text).Select(edit => new FileEdit(file.Path, edit))];
        })
        {
            IsPreferred = true,
        };

    /// <summary>Writes the name of something external beside <c>external: true</c>; none where that cannot be done.</summary>
    public static IReadOnlyList<Fix> MoveExternalName(ComposeFile file, ExternalName external) =>
        external.Obstacle is not null ? [] : [new Fix($"Move 'name' out of 'external' of {external.Kind} '{external.Name}'", FixKind.QuickFix, () =>
        {
            var ensured = FinalLineBreak.Ensure(file);
            var edits = new EditList();
            var layout = new Layout(ensured.Tree);
            foreach (var same in ExternalName.In(ensured).Where(same => same.Span == external.Span))
            {
                same.Convert(layout, edits);
            }

            return [.. FinalLineBreak.Drop(edits.ToSeparateEdits(), ensured.Text, file.Text).Select(edit => new FileEdit(file.Path, edit))];
        })
        {
            IsPreferred = true,
        }];

    /// <summary>
    /// Lists in a service what it takes through an item of <c>volumes_from</c>; none where that cannot be told or in the first format, which declares no volumes. Never safe: volumes of the
    /// source's image are in no file.
    /// </summary>
    public static IReadOnlyList<Fix> ReplaceVolumesFrom(ComposeFile file, VolumesFromUse use)
    {
        if (file.Model.Format == ComposeFormat.Current && VolumesFromItem.IsPrefixed(use.Item.Value))
        {
            var prefix = TextSpan.FromLength(Layout.Inner(use.Item).Start, VolumesFromItem.ServicePrefix.Length);
            return [new Fix($"Remove '{VolumesFromItem.ServicePrefix}', which Compose v2 takes for a service", FixKind.QuickFix, () => [new FileEdit(file.Path, TextEdit.Delete(prefix))]) { IsPreferred = true }];
        }

        if (use.Obstacle is not null || file.Model.Format == ComposeFormat.Legacy)
        {
            return [];
        }

        var unnamed = use.Mounts.Any(mount => mount.IsAnonymous) ? "; what its unnamed volumes hold is not moved" : "";
        var source = use.From.Source;
        return
        [
            new Fix(
                $"List the mounts of '{source}' in '{use.Consumer.Name}' (check first: volumes that the image of '{source}' declares are shared too, and the file does not show them{unnamed})",
                FixKind.QuickFix,
                () => [.. VolumesFromMigration.EditsOf(file, use.Item.Span.Start).Select(edit => new FileEdit(file.Path, edit))])
            {
                IsSafe = false,
            },
        ];
    }

    /// <summary>Moves the services of a first-format file under <c>services:</c>, links and all; none where that cannot be done.</summary>
    public static IReadOnlyList<Fix> Wrap(Workspace workspace, ComposeFile file)
    {
        var composition = ProjectComposition.Of(workspace, file.Path);
        if (ConversionObstacle.Of(composition) is not null)
        {
            return [];
        }

        var request = new ConversionRequest(NetworkStrategy.DefaultNetwork) { Paths = new HashSet<string> { file.Path }, Items = new HashSet<ItemPlace>(), WrapsLegacy = true };
        var result = NetworkMigration.Convert(workspace, composition, request, CancellationToken.None);
        return result.Edits.Count == 0
            ? []
            : [new Fix("Wrap the services in 'services:'", FixKind.QuickFix, () => result.Edits) { IsSafe = result.IsSafe }];
    }
}
