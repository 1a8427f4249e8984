using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Images;

/// <summary>The catalogue of well-known images: what completion and fixes know about an image without asking anybody.</summary>
internal static class KnownImages
{
    private static readonly Dictionary<string, KnownImage> ByRepository = ImageCatalogue.All
        .SelectMany(image => image.Like.Prepend(image.Name).Select(name => (Repository: ImageReference.Repository(name), Image: image)))
        .DistinctBy(known => known.Repository)
        .ToDictionary(known => known.Repository, known => known.Image, StringComparer.Ordinal);

    // By the last part of the name, where that alone tells enough.
    private static readonly Dictionary<string, KnownImage> ByName = ImageCatalogue.All.Where(image => image.HealthCommand.Length > 0)
        .SelectMany(image => image.Like.Prepend(image.Name).Select(name => (Name: name[(name.LastIndexOf('/') + 1)..], Image: image)))
        .Where(known => known.Name.Length > 3 && known.Name is not ("server" or "docker" or "registry" or "node" or "python"))
        .DistinctBy(known => known.Name)
        .ToDictionary(known => known.Name, known => known.Image, StringComparer.Ordinal);

    /// <summary>
    /// What is known about an image, whatever its registry, mirror, tag and case; of variables in its name their defaults count. Null for any other image.
    /// </summary>
    public static KnownImage? Find(string image)
    {
        var repository = ImageReference.Repository(Written(image));
        if (ByRepository.TryGetValue(repository, out var known))
        {
            return known;
        }

        // A mirror puts folders of its own in front, and many keep the name for an image built upon it.
        var name = repository[(repository.LastIndexOf('/') + 1)..];
        return ByName.GetValueOrDefault(name) ?? ByName.FirstOrDefault(other => name.StartsWith(other.Key + "-", StringComparison.Ordinal)).Value;
    }

    private static string Written(string image) => image.Contains('$') ? Template.Substitute(image, _ => null).Value : image;

    /// <summary>The leading number of an image's tag, such as 17 of <c>postgres:17.2-alpine</c>; null where it has none.</summary>
    public static int? MajorVersion(string image)
    {
        var name = Written(image);
        var tag = name[(name.LastIndexOf('/') + 1)..].Split('@')[0].Split(':') is [_, var written] ? written.TrimStart('v') : "";
        var digits = tag.TakeWhile(char.IsAsciiDigit).Count();
        return digits is > 0 and < 5 ? int.Parse(tag.AsSpan(0, digits), System.Globalization.CultureInfo.InvariantCulture) : null;
    }
}
