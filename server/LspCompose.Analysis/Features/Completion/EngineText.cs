using System.Globalization;
using LspCompose.Analysis.Engines;

namespace LspCompose.Analysis.Features.Completion;

/// <summary>What a Docker engine holds, in the few words that fit beside an offer.</summary>
internal static class EngineText
{
    // The year of the first Docker. Builds that give the same bytes every time put an earlier date into their images, mostly the first one there is.
    private const int FirstYear = 2013;

    /// <summary>An image: its size, then its age where it tells it.</summary>
    public static string Of(EngineView engine, EngineImage image) =>
        image.CreatedAt.Year < FirstYear ? $"local, {Size(image.Size)}" : $"local, {Size(image.Size)}, {Age(engine.Clock.GetUtcNow() - image.CreatedAt)} old";

    /// <summary>A container: its image, what it does, and its project.</summary>
    public static string Of(EngineContainer container) =>
        string.Join(", ", new[] { container.Image, container.State.ToString().ToLowerInvariant(), container.Project is { } project ? $"project {project}" : "" }.Where(part => part.Length > 0));

    /// <summary>A size as Docker writes it: in thousands.</summary>
    public static string Size(long bytes)
    {
        var (size, unit) = bytes switch
        {
            >= 1_000_000_000 => (bytes / 1e9, "GB"),
            >= 1_000_000 => (bytes / 1e6, "MB"),
            >= 1000 => (bytes / 1e3, "kB"),
            _ => (bytes, "B"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{(size < 10 ? Math.Round(size, 1) : Math.Round(size))} {unit}");
    }

    // In the largest unit of which there are two.
    private static string Age(TimeSpan age) =>
        age.TotalDays >= 730 ? $"{(int)(age.TotalDays / 365)} years"
        : age.TotalDays >= 60 ? $"{(int)(age.TotalDays / 30)} months"
        : age.TotalDays >= 14 ? $"{(int)(age.TotalDays / 7)} weeks"
        : age.TotalHours >= 48 ? $"{(int)age.TotalDays} days"
        : age.TotalHours >= 2 ? $"{(int)age.TotalHours} hours"
        : $"{Math.Max(1, (int)age.TotalMinutes)} minutes";
}
