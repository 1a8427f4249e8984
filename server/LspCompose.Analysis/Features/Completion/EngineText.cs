using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Features.Words;

namespace LspCompose.Analysis.Features.Completion;

/// <summary>What a Docker engine holds, in the few words that fit beside an offer.</summary>
internal static class EngineText
{
    /// <summary>An image: its size, then its age where it tells it.</summary>
    public static string Of(EngineView engine, EngineImage image) =>
        $"local, {AmountWords.Size(image.Size)}{(AgeWords.Since(image.CreatedAt, engine.Clock) is { } age ? $", {age} old" : "")}";

    /// <summary>A container: its image, what it does, and its project.</summary>
    public static string Of(EngineContainer container) =>
        string.Join(", ", new[] { container.Image, container.State.ToString().ToLowerInvariant(), container.Project is { } project ? $"project {project}" : "" }.Where(part => part.Length > 0));
}
