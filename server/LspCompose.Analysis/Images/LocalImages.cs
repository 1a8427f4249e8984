using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Images;

/// <summary>The images an engine has, by their names.</summary>
internal static class LocalImages
{
    /// <summary>The names that can be written in a file, each once, in order; not those of images without a name.</summary>
    public static IEnumerable<(string Name, EngineImage Image)> Named(EngineView? engine) =>
        (engine?.Images ?? []).SelectMany(image => image.Tags.Where(tag => tag.Length > 0 && !tag.Contains('<')).Select(tag => (Name: tag, Image: image)))
            .DistinctBy(named => named.Name, StringComparer.Ordinal)
            .OrderBy(named => named.Name, StringComparer.Ordinal);

    /// <summary>The image that a name without variables means; null where the engine has none of that name.</summary>
    public static EngineImage? Find(EngineView? engine, string name)
    {
        var wanted = Identity(name);
        return (engine?.Images ?? []).FirstOrDefault(image => image.Tags.Any(tag => Identity(tag) == wanted) || (wanted.Version.Contains('@') && image.Digests.Any(digest => Identity(digest) == wanted)));
    }

    /// <summary>The tag a name ends with; empty where it has none.</summary>
    public static string Tag(string name) => name[(name.LastIndexOf('/') + 1)..].Split('@')[0].Split(':') is [_, var tag] ? tag : "";

    // Docker Hub is meant where no registry is named, and the tag latest where there is none. What has a digest is found by that alone.
    private static (string Registry, string Repository, string Version) Identity(string name)
    {
        var first = name.Split('/')[0];
        var registry = first != name && (first.Contains('.') || first.Contains(':') || first == "localhost") ? first : "docker.io";
        var version = name.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at ? name[at..] : Tag(name) is { Length: > 0 } tag ? tag : "latest";
        return (registry is "index.docker.io" or "registry-1.docker.io" ? "docker.io" : registry, ImageReference.Repository(name), version);
    }
}
