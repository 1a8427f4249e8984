using LspCompose.Analysis.Features.Words;
using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Engines;

/// <summary>Whether a container was made from the image its service has now.</summary>
internal static class ImageDrift
{
    /// <summary>How the image differs, in words; null where it does not or that is not known.</summary>
    public static string? Of(ProjectOnEngine project, string service, ConfigMapping body, EngineContainer container)
    {
        var image = body.Get("image");
        var names = EngineImages.NamesOf(project.Project, service, body);
        if (names.Count == 0 || container.Image.Length == 0)
        {
            return null;
        }

        if (!EngineImages.IsId(container.Image) && !names.Any(name => EngineImages.AreSame(name, container.Image)))
        {
            return image is null ? $"image: {Code.Of(container.Image)}, the file builds its own" : $"image: {Code.Of(container.Image)}, the file says {Code.Of(names[0])}";
        }

        return names.Select(name => EngineImages.Find(project.Engine, name)).OfType<EngineImage>().FirstOrDefault() is { } local && IsOther(local, container) ? $"image: made from an earlier {Code.Of(names[0])}" : null;
    }

    // Compose goes by the label; engines that keep images of several platforms tell another id there.
    private static bool IsOther(EngineImage image, EngineContainer container)
    {
        var ids = new[] { container.ImageId, container.Labels.GetValueOrDefault("com.docker.compose.image") ?? "" }.Where(id => id.Length > 0).ToList();
        return ids.Count > 0 && !ids.Any(id => image.Id == id || image.Digests.Any(digest => digest.EndsWith($"@{id}", StringComparison.Ordinal)));
    }
}
