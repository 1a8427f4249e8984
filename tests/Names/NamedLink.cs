namespace LspCompose.Testing.Names;

/// <summary>A private name of a service for another one: an item of <c>links</c>, or of <c>external_links</c>, which names a container.</summary>
internal sealed record NamedLink(string Target, string Alias)
{
    /// <summary>True for an item of <c>external_links</c>: its target is looked up as a name, not as a service of the file.</summary>
    public bool IsExternal { get; init; }

    /// <summary>Reads <c>TARGET[:ALIAS]</c>; more parts lead nowhere.</summary>
    public static NamedLink Parse(string text)
    {
        var parts = text.Split(':');
        return parts.Length == 2 && parts[1].Length > 0 ? new NamedLink(parts[0], parts[1]) : new NamedLink(parts.Length == 2 ? parts[0] : text, parts.Length == 2 ? parts[0] : text);
    }
}
