using LspCompose.Analysis.Composition;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Migration;
using LspCompose.Yaml.Syntax;

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
