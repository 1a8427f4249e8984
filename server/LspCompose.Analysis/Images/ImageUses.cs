namespace LspCompose.Analysis.Images;

/// <summary>The images that are at hand: those the workspace's Compose files run.</summary>
internal static class ImageUses
{
    /// <summary>Each image as written, without variables, with how many services run it; most used first. What an engine has besides is in <see cref="LocalImages"/>.</summary>
    public static IReadOnlyList<(string Image, int Count)> In(Workspace workspace, IEnumerable<ComposeFile> project) =>
    [
        .. workspace.Files.Concat(project).DistinctBy(file => file.Path)
            .SelectMany(file => file.Model.Services)
            .Select(service => service.Image)
            .OfType<string>()
            .Where(image => image.Length > 0 && !image.Contains('$'))
            .GroupBy(image => image, StringComparer.Ordinal)
            .Select(uses => (uses.Key, uses.Count()))
            .OrderByDescending(use => use.Item2).ThenBy(use => use.Key, StringComparer.Ordinal),
    ];
}
