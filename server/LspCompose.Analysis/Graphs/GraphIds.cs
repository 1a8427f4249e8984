using System.Globalization;

namespace LspCompose.Analysis.Graphs;

/// <summary>Identifiers for names: letters, digits and underscores only, and no two alike.</summary>
internal sealed class GraphIds
{
    private const int MaxLength = 40;

    private readonly Dictionary<(string Prefix, string Name), string> known = [];
    private readonly HashSet<string> used = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The identifier of a name among those with a prefix; the same one whenever it is asked for.</summary>
    public string Of(string prefix, string name)
    {
        if (known.TryGetValue((prefix, name), out var id))
        {
            return id;
        }

        var stem = prefix + string.Concat(name.Take(MaxLength).Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_'));
        id = stem;
        for (var number = 2; !used.Add(id); number++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{stem}_{number}");
        }

        return known[(prefix, name)] = id;
    }
}
