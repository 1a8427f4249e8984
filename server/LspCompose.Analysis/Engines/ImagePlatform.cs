namespace LspCompose.Analysis.Engines;

/// <summary>What an image runs on, in the words of image platforms. Empty where it is not told.</summary>
internal sealed record ImagePlatform(string Os, string Architecture, string Variant)
{
    private static readonly string[] Systems = ["aix", "android", "darwin", "dragonfly", "freebsd", "illumos", "ios", "js", "linux", "netbsd", "openbsd", "plan9", "solaris", "windows"];

    /// <summary>Reads a platform such as <c>linux/arm64/v8</c>, <c>linux</c> or <c>arm64</c>.</summary>
    public static ImagePlatform Parse(string text)
    {
        var parts = text.ToLowerInvariant().Split('/');
        return parts.Length == 1 ? Systems.Contains(parts[0]) ? new ImagePlatform(parts[0], "", "") : Normal("", parts[0], "")
            : Normal(parts[0], parts[1], parts.Length > 2 ? parts[2] : "");
    }

    /// <summary>The platform of an image; null where it does not tell.</summary>
    public static ImagePlatform? Of(EngineImageDetails details) => details.Os.Length + details.Architecture.Length == 0 ? null : Normal(details.Os, details.Architecture, details.Variant);

    /// <summary>True where both tell a part and do not agree.</summary>
    public bool IsUnlike(ImagePlatform other) => AreUnlike(Os, other.Os) || AreUnlike(Architecture, other.Architecture) || AreUnlike(Variant, other.Variant);

    /// <inheritdoc/>
    public override string ToString() => string.Join('/', new[] { Os, Architecture, Variant }.Where(part => part.Length > 0));

    private static bool AreUnlike(string one, string other) => one.Length > 0 && other.Length > 0 && one != other;

    // Other spellings of the same, and variants that are meant where none is told.
    private static ImagePlatform Normal(string system, string architecture, string variant)
    {
        var (processor, kind) = (architecture.ToLowerInvariant(), variant.ToLowerInvariant()) switch
        {
            ("x86_64" or "x86-64", var level) => ("amd64", level),
            ("i386" or "i486" or "i586" or "i686", _) => ("386", ""),
            ("aarch64", var level) => ("arm64", level),
            ("armhf", _) => ("arm", "v7"),
            ("armel", _) => ("arm", "v6"),
            var other => other,
        };
        kind = (processor, kind) switch
        {
            ("arm64", "8" or "v8") or ("amd64", "v1") => "",
            ("arm", "5" or "6" or "7" or "8") => $"v{kind}",
            _ => kind,
        };
        return new ImagePlatform(system.Equals("macos", StringComparison.OrdinalIgnoreCase) ? "darwin" : system.ToLowerInvariant(), processor, kind);
    }
}
