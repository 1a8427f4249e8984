using LspCompose.Analysis.Engines;

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
    public static EngineImage? Find(EngineView? engine, string name) => engine is null ? null : EngineImages.Find(engine, name);

    /// <summary>The tag a name ends with; empty where it has none.</summary>
    public static string Tag(string name) => name[(name.LastIndexOf('/') + 1)..].Split('@')[0].Split(':') is [_, var tag] ? tag : "";
}
