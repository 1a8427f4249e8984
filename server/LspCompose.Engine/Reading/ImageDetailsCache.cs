using System.Collections.Concurrent;
using LspCompose.Analysis.Engines;

namespace LspCompose.Engine.Reading;

/// <summary>Details of images by their id. An id stands for the content, so they are read once.</summary>
internal sealed class ImageDetailsCache
{
    // Null for an image the engine could not tell about: asking again would give the same.
    private readonly ConcurrentDictionary<string, EngineImageDetails?> known = new(StringComparer.Ordinal);

    /// <summary>True when the engine has been asked.</summary>
    public bool Knows(string id) => known.ContainsKey(id);

    /// <summary>Remembers what the engine told; null for nothing.</summary>
    public void Add(string id, EngineImageDetails? details) => known[id] = details;

    /// <summary>The image with what is known about it.</summary>
    public EngineImage AddTo(EngineImage image) => known.GetValueOrDefault(image.Id) is { } details ? image with { Details = details } : image;

    /// <summary>Forgets all images but those that are there.</summary>
    public void Keep(IEnumerable<string> ids)
    {
        var kept = ids.ToHashSet(StringComparer.Ordinal);
        foreach (var id in known.Keys.Where(id => !kept.Contains(id)))
        {
            known.TryRemove(id, out _);
        }
    }
}
