using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>Converts a file's links and ambassadors to a network.</summary>
public static class NetworkMigration
{
    /// <summary>
    /// Works out the migration of a whole file to a user-defined network; a file the workspace does not hold, or without anything outdated, needs none.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static MigrationResult Run(Workspace workspace, string path, MigrationOptions options, CancellationToken cancellation) =>
        workspace.TryGetFile(path, out var file)
            ? Convert(file, new ConversionRequest(NetworkStrategy.UserDefinedNetwork) { NetworkName = options.NetworkName }, cancellation)
            : new MigrationResult([]);

    internal static MigrationResult Convert(ComposeFile original, ConversionRequest request, CancellationToken cancellation)
    {
        if (request.NetworkName is { } name && NetworkNames.Problem(original.Model, name) is { } problem)
        {
            return new MigrationResult([]) { Left = [new MigrationNote(new TextSpan(0, 0), problem)] };
        }

        var file = FinalLineBreak.Ensure(original);
        if (file != original && request.Links is { } links)
        {
            var asked = links.Select(link => link.Item.Span).ToHashSet();
            request = request with { Links = [.. file.Model.Services.SelectMany(service => service.Links).Where(link => asked.Contains(link.Item.Span))] };
        }

        var plan = ConversionPlanner.Plan(file, request, cancellation);
        var edits = IsNeeded(file, request, plan) ? PlanWriter.Write(plan, request) : [];
        if (edits is null)
        {
            var span = file.Model.Services.Count > 0 ? file.Model.Services[0].Entry.Key.Span : new TextSpan(0, 0);
            return new MigrationResult([]) { Left = [new MigrationNote(span, "The file is laid out in a way that cannot be edited without losing something; convert it by hand.")] };
        }

        return new MigrationResult(FinalLineBreak.Drop(edits, file.Text, original.Text))
        {
            Converted = plan.Converted,
            Left = plan.Left,
            RuntimeChanges = edits.Count == 0 ? [] : [.. plan.RuntimeChanges.Distinct(), .. plan.DroppedOrders.Select(order => $"'{order.Consumer.Name}' no longer starts after '{order.Target.Name}': they are in a circle.")],
            Doubts = edits.Count == 0 ? [] : [.. plan.Doubts.Distinct()],
            Unordered = [.. file.Model.Services.Where(service => plan.DroppedOrders.Exists(order => order.Consumer == service || order.Target == service)).Select(service => $"'{service.Name}'")],
            HasNewAliases = plan.Changes.Any(change => change.Networks.Any(network => network.Aliases.Count > 0)),
            NetworkName = plan.NewNetwork,
        };
    }

    // A plan that leaves everything must not wrap the file either, unless the wrapping is what was asked for.
    private static bool IsNeeded(ComposeFile file, ConversionRequest request, ConversionPlan plan) =>
        plan.Converted.Count > 0 || ((request.IsWholeFile || request.WrapsLegacy) && ConversionObstacle.Of(file) is null);
}
