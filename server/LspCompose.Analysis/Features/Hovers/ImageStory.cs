using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Features.Words;
using LspCompose.Analysis.Interpolation;

namespace LspCompose.Analysis.Features.Hovers;

/// <summary>An image as the engine has it.</summary>
internal static class ImageStory
{
    private const int MaxLabels = 6;
    private const int MaxItems = 12;
    private const string Standard = "org.opencontainers.image.";

    /// <summary>What the engine knows of the image a reference stands for; of one it has not, how to get it.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="reference">The reference, its variables filled in.</param>
    /// <param name="verb">The command of <c>docker compose</c> that gets it.</param>
    /// <param name="service">The service it is for; null where that is not known.</param>
    public static string? Of(EngineView engine, string reference, string verb, string? service)
    {
        if (EngineImages.Find(engine, reference) is not { } image)
        {
            return engine.Untold.HasFlag(EngineParts.Images) ? null : $"**Engine:** no such image. {Code.Of($"docker compose {verb}{(service is null ? "" : $" {service}")}")} {(verb == "build" ? "makes" : "gets")} it.";
        }

        var details = image.Details;
        (string Name, string? Value)[] facts =
        [
            ("id", Code.Of(EngineImages.Short(image.Id))),
            ("size", image.Size > 0 ? AmountWords.Size(image.Size) : null),
            ("made", AgeWords.Ago(image.CreatedAt, engine.Clock)),
            ("platform", Platform(engine, details)),
            ("exposed ports", List(details?.ExposedPorts)),
            ("declared volumes", List(details?.Volumes)),
            ("entrypoint", Command(details?.Entrypoint)),
            ("command", Command(details?.Command)),
        ];
        var lines = facts.Where(fact => fact.Value is { Length: > 0 }).Select(fact => $"- {fact.Name}: {fact.Value}").Concat(Labels(image));
        return $"**Engine:** has the image\n\n{string.Join('\n', lines)}";
    }

    private static string? Platform(EngineView engine, EngineImageDetails? details) =>
        details is not null && ImagePlatform.Of(details) is { } own && own.IsUnlike(new ImagePlatform(engine.Os, engine.Architecture, "")) ? $"{Code.Of(own.ToString())}, the engine is {Code.Of($"{engine.Os}/{engine.Architecture}")}" : null;

    private static string? List(IReadOnlyList<string>? items) => items is null or { Count: 0 } ? null
        : string.Join(", ", items.Order(StringComparer.Ordinal).Take(MaxItems).Select(Code.Of)) + (items.Count > MaxItems ? " …" : "");

    private static string? Command(IReadOnlyList<string>? words) => words is null or { Count: 0 } ? null : ProgramWords.Listed(words);

    private static IEnumerable<string> Labels(EngineImage image)
    {
        var labels = image.Labels.Where(label => !label.Key.StartsWith("com.docker.", StringComparison.Ordinal) && label.Value.Length > 0)
            .OrderBy(label => label.Key.StartsWith(Standard, StringComparison.Ordinal) ? 0 : 1).ThenBy(label => label.Key, StringComparer.Ordinal).ToList();
        foreach (var label in labels.Take(MaxLabels))
        {
            yield return $"- label {Code.Of(label.Key)}: {Code.Of(SecretTexts.Hide(SecretNames.Shown(label.Key.Replace('.', '_').Replace('-', '_'), label.Value)))}";
        }

        if (labels.Count > MaxLabels)
        {
            yield return $"- and {Numbers.Count(labels.Count - MaxLabels, "more label")}";
        }
    }
}
