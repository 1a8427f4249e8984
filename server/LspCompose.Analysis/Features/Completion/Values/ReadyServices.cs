using LspCompose.Analysis.Images;

namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>Whole services of well-known images, with what keeps them sound: restarts, a health check, a volume for their data.</summary>
internal static class ReadyServices
{
    /// <summary>The services whose names are free, among the names of services.</summary>
    public static IEnumerable<Suggestion> Of(CompletionContext context) =>
        context.IsFlow ? [] : ImageCatalogue.All.Where(image => image.Service is not null).Select(image => Suggest(context, image, image.Service ?? throw new InvalidOperationException("Only images with a service are taken.")));

    private static Suggestion Suggest(CompletionContext context, KnownImage image, ReadyService service)
    {
        var lines = Lines(image, service);
        return new Suggestion(service.Name, CompletionKind.Snippet)
        {
            Snippet = [.. lines.Select((line, index) => index == 0 ? $"image: {image.Name}:${{1:{service.Tag}}}" : SnippetText.Escape(line))],
            Detail = $"{image.Name}, ready to use",
            Documentation = () => $"{image.Description}\n\n```yaml\n{service.Name}:\n{string.Join('\n', lines.Select(line => "  " + line))}\n```",
            AdditionalEdits = VolumeDeclaration.Of(context, Volumes(service)),
        };
    }

    private static List<string> Lines(KnownImage image, ReadyService service) =>
    [
        $"image: {image.Name}:{service.Tag}",
        "restart: unless-stopped",
        .. service.Attributes.ReplaceLineEndings("\n").Split('\n'),
        "healthcheck:",
        $"  test: [\"CMD-SHELL\", {Quoted(image.HealthCommand)}]",
        "  interval: 10s",
        "  timeout: 5s",
        "  retries: 5",
        $"  start_period: {service.StartPeriod}",
    ];

    private static string Quoted(string text) => text.Contains('"') && !text.Contains('\'') ? $"'{text}'" : $"\"{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    // What is mounted and is no path of the host.
    private static IReadOnlyList<string> Volumes(ReadyService service) =>
    [
        .. service.Attributes.ReplaceLineEndings("\n").Split('\n')
            .SkipWhile(line => line != "volumes:").Skip(1)
            .TakeWhile(line => line.StartsWith(' '))
            .Select(line => line.TrimStart(' ', '-').Split(':')[0])
            .Where(source => source[0] is not ('.' or '/')),
    ];
}
