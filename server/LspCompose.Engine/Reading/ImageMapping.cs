using Docker.DotNet.Models;
using LspCompose.Analysis.Engines;

namespace LspCompose.Engine.Reading;

/// <summary>Images as the analysis sees them.</summary>
internal static class ImageMapping
{
    private const string Nameless = "<none>";

    // Sets are maps to a struct in Docker's answers. Native code for a generic type over a struct is made only where the type is written out, and here is the only place.
    private static readonly Dictionary<string, EmptyStruct> NoSet = [];

    /// <summary>Maps one image of a list.</summary>
    public static EngineImage Of(ImagesListResponse image) => new()
    {
        Id = image.ID ?? "",
        Tags = Named(image.RepoTags),
        Digests = Named(image.RepoDigests),
        Size = image.Size,
        CreatedAt = Moments.Of(image.Created),
        Labels = Maps.Of(image.Labels),
    };

    /// <summary>Maps what an image says about itself.</summary>
    public static EngineImageDetails DetailsOf(ImageInspectResponse image) => new()
    {
        Os = image.Os ?? "",
        Architecture = image.Architecture ?? "",
        Variant = image.Variant ?? "",
        ExposedPorts = [.. (image.Config?.ExposedPorts ?? NoSet).Keys],
        Volumes = [.. (image.Config?.Volumes ?? NoSet).Keys],
        Entrypoint = [.. image.Config?.Entrypoint ?? []],
        Command = [.. image.Config?.Cmd ?? []],
        EnvironmentNames = Maps.NamesOf(image.Config?.Env),
    };

    private static List<string> Named(IEnumerable<string>? names) => [.. (names ?? []).Where(name => !name.StartsWith(Nameless, StringComparison.Ordinal))];
}
