using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Features;

/// <summary>The web pages that registries have for their images.</summary>
internal static class RegistryPages
{
    private const string PrivateEcr = ".dkr.ecr.";
    private const string PrivateEcrEnd = ".amazonaws.com";

    private static readonly Dictionary<string, string> GoogleLocations = new(StringComparer.Ordinal)
    {
        ["gcr.io"] = "GLOBAL",
        ["us.gcr.io"] = "US",
        ["eu.gcr.io"] = "EU",
        ["asia.gcr.io"] = "ASIA",
    };

    /// <summary>The page of an image, whatever its tag; null where its registry has none or is not known.</summary>
    public static string? OfImage(string image)
    {
        var name = WithoutTag(image);
        if (ImageName.Parse(name) is not { IsValid: true, Value: { } parts })
        {
            return null;
        }

        var path = parts.Repository.Split('/');
        return parts.Registry switch
        {
            "" or "docker.io" or "index.docker.io" or "registry-1.docker.io" => Hub(path),
            "ghcr.io" when path.Length > 1 => $"https://ghcr.io/{parts.Repository}",
            "mcr.microsoft.com" => $"https://mcr.microsoft.com/artifact/mar/{parts.Repository}",
            "quay.io" when path.Length > 1 => $"https://quay.io/repository/{parts.Repository}",
            "public.ecr.aws" when path.Length > 1 => $"https://gallery.ecr.aws/{parts.Repository}",
            var registry when GoogleLocations.TryGetValue(registry, out var location) && path.Length > 1 =>
                $"https://console.cloud.google.com/gcr/images/{path[0]}/{location}/{string.Join('/', path[1..])}",
            var registry => Ecr(registry, parts.Repository),
        };
    }

    /// <summary>The page of an AI model; null where its registry has none or is not known.</summary>
    public static string? OfModel(string model)
    {
        foreach (var host in (string[])["hf.co/", "huggingface.co/"])
        {
            if (model.StartsWith(host, StringComparison.Ordinal))
            {
                // Unlike those of images these names have upper case letters.
                var name = WithoutTag(model)[host.Length..];
                return name.Split('/') is [{ Length: > 0 }, { Length: > 0 }] && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_') ? $"https://huggingface.co/{name}" : null;
            }
        }

        return OfImage(model);
    }

    /// <summary>The name without tag and digest.</summary>
    public static string WithoutTag(string image)
    {
        var name = image.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at ? image[..at] : image;
        return name.IndexOf(':', name.LastIndexOf('/') + 1) is >= 0 and var colon ? name[..colon] : name;
    }

    private static string? Hub(string[] path) => path switch
    {
        [var official] => $"https://hub.docker.com/_/{official}",
        ["library", var official] => $"https://hub.docker.com/_/{official}",
        [var owner, var name] => $"https://hub.docker.com/r/{owner}/{name}",
        _ => null,
    };

    // ACCOUNT.dkr.ecr.REGION.amazonaws.com: a page for those who may see it.
    private static string? Ecr(string registry, string repository)
    {
        var middle = registry.IndexOf(PrivateEcr, StringComparison.Ordinal);
        if (middle <= 0 || !registry.EndsWith(PrivateEcrEnd, StringComparison.Ordinal) || registry.Length <= middle + PrivateEcr.Length + PrivateEcrEnd.Length)
        {
            return null;
        }

        var (account, region) = (registry[..middle], registry[(middle + PrivateEcr.Length)..^PrivateEcrEnd.Length]);
        return account.All(char.IsAsciiDigit) && region.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? $"https://{region}.console.aws.amazon.com/ecr/repositories/private/{account}/{repository}?region={region}"
            : null;
    }
}
