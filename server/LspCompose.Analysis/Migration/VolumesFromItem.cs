namespace LspCompose.Analysis.Migration;

/// <summary>One item of <c>volumes_from</c>: <c>SERVICE[:MODE]</c> or <c>container:NAME[:MODE]</c>.</summary>
internal sealed record VolumesFromItem(string Source, string? Mode)
{
    /// <summary>What formats 2.x let one write before a service that has a mode.</summary>
    public const string ServicePrefix = "service:";

    private const string ContainerPrefix = "container:";

    /// <summary>True when the source is a container by name, not a service.</summary>
    public bool IsContainer { get; private init; }

    /// <summary>True when a variable decides which source it is.</summary>
    public bool IsInterpolated => Source.Contains('$', StringComparison.Ordinal);

    /// <summary>True when the mounts may only be read.</summary>
    public bool IsReadOnly => Mode is not null && Mode.Split(',').Contains("ro");

    /// <summary>True for the three-part form of formats 2.x, which Compose v2 takes for a service called 'service'.</summary>
    public static bool IsPrefixed(string text) => text.StartsWith(ServicePrefix, StringComparison.Ordinal) && Parts(text).Count == 3;

    /// <summary>Reads an item; whatever is written gives one.</summary>
    public static VolumesFromItem Parse(string text)
    {
        var isContainer = text.StartsWith(ContainerPrefix, StringComparison.Ordinal);
        var rest = isContainer ? text[ContainerPrefix.Length..] : IsPrefixed(text) ? text[ServicePrefix.Length..] : text;
        var parts = Parts(rest);
        return new VolumesFromItem(parts[0], parts.Count > 1 ? parts[1] : null) { IsContainer = isContainer };
    }

    // A colon inside ${…} belongs to the variable.
    private static List<string> Parts(string text)
    {
        var parts = new List<string>();
        var (start, depth) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '{' && at > 0 && text[at - 1] == '$')
            {
                depth++;
            }
            else if (text[at] == '}' && depth > 0)
            {
                depth--;
            }
            else if (text[at] == ':' && depth == 0)
            {
                parts.Add(text[start..at]);
                start = at + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }
}
