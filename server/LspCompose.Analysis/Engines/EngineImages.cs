using System.Runtime.CompilerServices;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Engines;

/// <summary>Finds images on an engine by the names people write.</summary>
internal static class EngineImages
{
    private const string Algorithm = "sha256:";

    // Docker takes shorter beginnings of ids too; a name that happens to consist of hexadecimal digits is far more likely then.
    private const int ShortestId = 12;

    // An engine may hold hundreds of images, and a file asks for many.
    private static readonly ConditionalWeakTable<EngineView, Dictionary<string, EngineImage>> ByName = [];

    /// <summary>The image a reference stands for, without a tag <c>latest</c>; null when the engine has none.</summary>
    public static EngineImage? Find(EngineView engine, string reference)
    {
        if (IdDigits(reference) is { } digits && engine.Images.FirstOrDefault(image => image.Id.StartsWith(Algorithm + digits, StringComparison.Ordinal)) is { } byId)
        {
            return byId;
        }

        return Normal(reference) is { } name ? ByName.GetValue(engine, Index).GetValueOrDefault(name) : null;
    }

    /// <summary>The image with an id; null when the engine has it no longer.</summary>
    public static EngineImage? ById(EngineView engine, string id) => id.Length == 0 ? null : engine.Images.FirstOrDefault(image => image.Id == id);

    /// <summary>True for the id of an image, which says nothing about its name.</summary>
    public static bool IsId(string reference) => reference.StartsWith(Algorithm, StringComparison.Ordinal) || (reference.Length == 64 && IdDigits(reference) is not null);

    /// <summary>True where two references mean the same name; of two that cannot be read only the same text does.</summary>
    public static bool AreSame(string one, string other) => one == other || (Normal(one) is { } normal && normal == Normal(other));

    /// <summary>The first 12 digits of an id, as Docker shows it.</summary>
    public static string Short(string id)
    {
        var digits = id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return digits.Length > ShortestId ? digits[..ShortestId] : digits;
    }

    /// <summary>The name of a service's image; of one that Compose builds and names itself the names that its versions give it. None where it has neither image nor build.</summary>
    public static IReadOnlyList<string> NamesOf(Project project, string service, ConfigMapping body) =>
        body.Get("image") is ConfigScalar { Text: { Length: > 0 } name } ? [name]
        : body.Get("image") is null && body.Get("build") is not null ? [$"{project.Name}-{service}", $"{project.Name}_{service}"]
        : [];

    private static Dictionary<string, EngineImage> Index(EngineView engine)
    {
        var index = new Dictionary<string, EngineImage>(StringComparer.Ordinal);
        foreach (var image in engine.Images)
        {
            foreach (var name in image.Tags.Concat(image.Digests).Select(Normal).OfType<string>())
            {
                index.TryAdd(name, image);
            }
        }

        return index;
    }

    private static string? IdDigits(string reference)
    {
        var digits = reference.StartsWith(Algorithm, StringComparison.Ordinal) ? reference[Algorithm.Length..] : reference;
        return digits.Length is >= ShortestId and <= 64 && digits.All(char.IsAsciiHexDigitLower) ? digits : null;
    }

    // With its registry, and with a tag or digest. A digest decides alone.
    private static string? Normal(string reference)
    {
        if (ImageName.Parse(reference) is not { IsValid: true, Value: { } parts })
        {
            return null;
        }

        var isHub = parts.Registry is "" or "docker.io" or "index.docker.io";
        var repository = isHub && !parts.Repository.Contains('/', StringComparison.Ordinal) ? $"library/{parts.Repository}" : parts.Repository;
        return $"{(isHub ? "docker.io" : parts.Registry)}/{repository}{(parts.Digest.Length > 0 ? $"@{parts.Digest}" : $":{(parts.Tag.Length > 0 ? parts.Tag : "latest")}")}";
    }
}
