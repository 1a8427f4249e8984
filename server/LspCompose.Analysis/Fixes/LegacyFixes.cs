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
    public static IReadOnlyList<Fix> Wrap(ComposeFile file)
    {
        if (ConversionObstacle.Of(file) is not null)
        {
            return [];
        }

        var request = new ConversionRequest(NetworkStrategy.DefaultNetwork) { Links = [], WrapsLegacy = true };
        var result = NetworkMigration.Convert(file, request, CancellationToken.None);
        return result.Edits.Count == 0
            ? []
            : [new Fix("Wrap the services in 'services:'", FixKind.QuickFix, () => [.. result.Edits.Select(edit => new FileEdit(file.Path, edit))]) { IsSafe = result.IsSafe }];
    }
}
