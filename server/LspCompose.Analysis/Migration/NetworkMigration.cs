using LspCompose.Analysis.Composition;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>Converts links, external links, ambassadors and first-format files to networks.</summary>
public static class NetworkMigration
{
    /// <summary>
    /// Works out the migration of a file, with what that takes in the other files of its project; a file the workspace does not hold, or without anything outdated, needs none.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static MigrationResult Run(Workspace workspace, string path, MigrationOptions options, CancellationToken cancellation) => Run(workspace, [path], options, cancellation);

    /// <summary>Works out the migration of several files of one project together.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static MigrationResult Run(Workspace workspace, IReadOnlyList<string> paths, MigrationOptions options, CancellationToken cancellation)
    {
        var known = paths.Where(path => workspace.FindComposeFile(path) is not null).ToHashSet(StringComparer.Ordinal);
        if (known.Count == 0)
        {
            return MigrationResult.Nothing;
        }

        var result = Convert(
            workspace,
            ProjectComposition.Of(workspace, known.First()),
            new ConversionRequest(options.Strategy ?? workspace.Settings.Strategy) { Paths = known, NetworkName = options.NetworkName, IncludesUnsafe = options.IncludesUnsafe },
            cancellation);
        return EngineRollouts.Of(workspace, known.First(), result) is { } rollout ? result with { Rollout = rollout, RuntimeChanges = [.. result.RuntimeChanges, .. rollout.Sentences] } : result;
    }

    internal static MigrationResult Convert(Workspace workspace, ProjectComposition composition, ConversionRequest request, CancellationToken cancellation)
    {
        if (request.NetworkName is { } name && NetworkNames.Problem(composition, name) is { } problem)
        {
            return new MigrationResult([new FileMigrationResult(request.Paths.First(), []) { Left = [new MigrationNote(new TextSpan(0, 0), problem)] }]);
        }

        var plan = ConversionPlanner.Plan(composition, request, cancellation);
        var written = new List<FileMigrationResult>();
        foreach (var changes in plan.Files)
        {
            var edits = IsNeeded(plan, request) ? PlanWriter.Write(plan, changes, request) : [];
            if (edits is null)
            {
                // Half a conversion would be worse than none.
                var file = changes.File;
                var span = file.Model.Services.Count > 0 ? file.Model.Services[0].Entry.Key.Span : new TextSpan(0, 0);
                return new MigrationResult([new FileMigrationResult(file.Path, []) { Left = [new MigrationNote(span, "The file is laid out in a way that cannot be edited without losing something; convert it by hand.")] }]);
            }

            var original = workspace.FindComposeFile(changes.File.Path)?.Text ?? changes.File.Text;
            written.Add(new FileMigrationResult(changes.File.Path, FinalLineBreak.Drop(edits, changes.File.Text, original)) { Converted = changes.Converted, Left = changes.Left });
        }

        var isChange = written.Exists(file => file.Edits.Count > 0);
        return new MigrationResult([.. written.Where(file => request.Paths.Contains(file.Path) || file.Edits.Count + file.Converted.Count + file.Left.Count > 0)])
        {
            RuntimeChanges = isChange ? [.. plan.RuntimeChanges.Distinct(), .. plan.DroppedOrders.Distinct().Select(order => $"'{order.Consumer.Name}' no longer starts after '{order.Target.Name}': they are in a circle.")] : [],
            Doubts = isChange ? [.. plan.Doubts.Distinct()] : [],
            Unordered = [.. composition.Services.Where(service => plan.DroppedOrders.Exists(order => order.Consumer == service || order.Target == service)).Select(service => $"'{service.Name}'")],
            HasNewAliases = plan.Files.SelectMany(file => file.Changes).Any(change => change.Networks.Any(network => network.Aliases.Count > 0)),
            JoinedNetworks = [.. plan.JoinedNetworks.Distinct()],
            NetworkName = plan.NewNetwork,
        };
    }

    // A plan that leaves everything must not wrap the file either, unless the wrapping is what was asked for.
    private static bool IsNeeded(ConversionPlan plan, ConversionRequest request) =>
        plan.Files.Any(file => file.Converted.Count > 0) || ((request.IsWholeFile || request.WrapsLegacy) && ConversionObstacle.Of(plan.Composition) is null);
}
