using LspCompose.Analysis.Features.Completion.Values;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Migration;
using LspCompose.Analysis.Model;
using LspCompose.Analysis.Projects.Output;

namespace LspCompose.Analysis.Refactorings;

/// <summary>Gives a service a health check, where its image is known to have what the check needs.</summary>
internal sealed class AddHealthcheck : Refactoring
{
    /// <inheritdoc/>
    public override IReadOnlyList<FixKind> Kinds { get; } = [FixKind.Rewrite];

    /// <inheritdoc/>
    public override IEnumerable<Fix> At(Spot spot)
    {
        if (spot.IsLegacy || spot.Service is not { Entry: { } entry } place || (spot.Innermost != place && spot.Innermost.Name != "image")
            || spot.File.Model.Services.FirstOrDefault(one => one.Entry.Key == entry.Key) is not { } service || service.Attribute("healthcheck") is not null || !ServiceWriter.CanAdd(service)
            || service.Image is not { } image || HealthcheckTests.For(image) is not { } command)
        {
            yield break;
        }

        yield return spot.Change($"Add a health check to '{service.Name}'", FixKind.Rewrite, () => Write(spot, service, command));
    }

    private static IReadOnlyList<FileEdit> Write(Spot spot, Service service, string command)
    {
        var check = Part.Mapping(
            "healthcheck",
            Part.Text("test", command),
            Part.Text("interval", "10s"),
            Part.Text("timeout", "5s"),
            Part.Literal("retries", "5"),
            Part.Text("start_period", "30s"));
        var edits = new EditList();
        var last = service.Body.Entries[^1];
        if (service.Body.IsFlow)
        {
            new CollectionWriter(spot.Layout, edits).AppendFlow(service.Body, last.Span, [check.Inside(ScalarSpelling.In(service.Body))]);
        }
        else
        {
            new Writing(spot, edits).InsertBelow(last.Span, Part.Lines([check], spot.Unit), spot.Layout.Column(service.Body.Entries[0].Key.FullSpan.Start));
        }

        return spot.Edits(edits);
    }
}
