using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Features.Words;

/// <summary>Names of images, taken apart.</summary>
internal static class ImageWords
{
    /// <summary>The parts of an image's name, those that are implied too; null for what is no name of an image.</summary>
    public static string? Of(string text)
    {
        if (text.Length == 0 || ImageName.Parse(text) is not { IsValid: true, Value: { } image })
        {
            return null;
        }

        var isHub = image.Registry is "" or "docker.io" or "index.docker.io" or "registry-1.docker.io";
        var isOfficial = isHub && (!image.Repository.Contains('/', StringComparison.Ordinal) || image.Repository.StartsWith("library/", StringComparison.Ordinal));
        string[] parts =
        [
            $"- registry: {(isHub ? $"`docker.io` (Docker Hub{(image.Registry.Length == 0 ? ", implied" : "")})" : $"`{image.Registry}`")}",
            $"- repository: `{image.Repository}`{(isOfficial ? " (official image)" : "")}",
            image.Tag.Length > 0 ? $"- tag: `{image.Tag}`" : image.Digest.Length > 0 ? "" : "- tag: `latest` (implied: which version that is changes over time)",
            image.Digest.Length > 0 ? $"- digest: `{image.Digest}` (exactly this image{(image.Tag.Length > 0 ? ", whatever the tag says" : "")})" : "",
        ];
        return $"Image `{text}`\n\n{string.Join('\n', parts.Where(part => part.Length > 0))}";
    }
}
