using LspCompose.Analysis.Composition;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Migration;

namespace LspCompose.Analysis.Refactorings;

/// <summary>Brings a whole file up to date: networks instead of links, services under <c>services:</c>, no version, today's keys.</summary>
internal sealed class Modernize : Refactoring
{
    /// <inheritdoc/>
    public override IReadOnlyList<FixKind> Kinds { get; } = [FixKind.Modernize];

    /// <inheritdoc/>
    public override IEnumerable<Fix> At(Spot spot)
    {
        var file = spot.File;
        if (file.Tree.Errors.Count > 0 || file.Model.Roots is not [var root])
        {
            yield break;
        }

        // Links alone have a fix of their own for the whole file.
        var isOld = spot.IsLegacy || (root.TryGetEntry("version", out var version) && version.Value.IsScalar) || Leftovers.Converted(file).Count > 0;
        if (isOld && ConversionObstacle.Of(ProjectComposition.Of(spot.Workspace, file.Path)) is null && (!spot.IsLegacy || Edits(spot).Count > 0))
        {
            yield return new Fix("Convert this file to current conventions", FixKind.Modernize, () => Edits(spot));
        }
    }

    private static IReadOnlyList<FileEdit> Edits(Spot spot)
    {
        var request = new ConversionRequest(spot.Workspace.Settings.Strategy) { Paths = new HashSet<string> { spot.File.Path }, WrapsLegacy = true };
        return NetworkMigration.Convert(spot.Workspace, ProjectComposition.Of(spot.Workspace, spot.File.Path), request, CancellationToken.None).Edits;
    }
}
