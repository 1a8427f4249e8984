namespace LspCompose.Analysis.Model;

/// <summary>The parts of a link's short syntax <c>SERVICE[:ALIAS]</c>; <see cref="Alias"/> is null without one.</summary>
public readonly record struct LinkItem(string Target, string? Alias)
{
    /// <summary>
    /// Reads a link as Compose v2 does: with more than one colon the whole text is taken for a service name, and <c>db:</c> means <c>db</c>.
    /// </summary>
    public static LinkItem Parse(string text)
    {
        var parts = text.Split(':');
        return parts.Length switch
        {
            2 => new LinkItem(parts[0], parts[1].Length == 0 ? null : parts[1]),
            _ => new LinkItem(text, null),
        };
    }
}
