using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Features.Words;

/// <summary>Mounts in words.</summary>
internal static class VolumeWords
{
    /// <summary>The short form of a volume as a sentence; null for what is none. Paths are made absolute by the function.</summary>
    public static string? Of(string text, Func<string, string> absolute)
    {
        if (VolumeSpec.Parse(text) is not { IsValid: true, Value: { } mount })
        {
            return null;
        }

        var what = mount.Kind == VolumeKind.Bind ? Bind(mount.Source, absolute) : mount.Source.Length == 0 ? "A new anonymous volume" : $"The named volume `{mount.Source}`";
        return At(what, mount.Target, Access(mount));
    }

    /// <summary>What a mount in long form does; null where too little is written.</summary>
    public static string? Of(string type, string source, string target, string access, Func<string, string> absolute) => target.Length == 0 ? null : type switch
    {
        "bind" => At(Bind(source, absolute), target, [access]),
        "volume" => At(source.Length == 0 ? "A new anonymous volume" : $"The named volume `{source}`", target, [access]),
        "tmpfs" => At("A folder in memory, empty at every start,", target, [access]),
        "image" => At($"The files of image `{source}`", target, [access]),
        "npipe" => At($"The named pipe `{source}` of the host", target, []),
        "cluster" => At($"The cluster volume `{source}`", target, [access]),
        _ => null,
    };

    /// <summary>A folder in memory; null for what is none.</summary>
    public static string? InMemory(string text)
    {
        var parts = text.Split(':', 2);
        return parts[0].Length == 0 ? null : $"A folder in memory at `{parts[0]}` in the container, empty at every start{(parts.Length > 1 && parts[1].Length > 0 ? $" (`{parts[1]}`)" : "")}";
    }

    private static string Bind(string source, Func<string, string> absolute) =>
        absolute(source) is var path && path != source ? $"`{source}` of the host (`{path}`)" : $"`{source}` of the host";

    private static string At(string what, string target, IEnumerable<string> access) => $"{what} at `{target}` in the container{string.Concat(access.Where(word => word.Length > 0).Select(word => ", " + word))}";

    private static IEnumerable<string> Access(VolumeMount mount)
    {
        yield return mount.IsReadOnly ? "read-only" : "readable and writable";
        if (mount.SELinux.Length > 0)
        {
            yield return mount.SELinux == "Z" ? "labelled for this container alone (SELinux `Z`)" : "labelled for several containers (SELinux `z`)";
        }

        if (mount.NoCopy)
        {
            yield return "without a copy of what the image has there";
        }

        if (mount.Propagation.Length > 0)
        {
            yield return $"mounts inside it spread as `{mount.Propagation}`";
        }
    }
}
