using LspCompose.Analysis.Projects.Output;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Refactorings;

/// <summary>An entry to be written: a text, something spelt already, or entries below it.</summary>
internal sealed record Part
{
    private Part(string key) => Key = key;

    /// <summary>The key.</summary>
    public string Key { get; }

    private (string Text, ScalarStyle Style)? Scalar { get; init; }

    private string? Spelt { get; init; }

    private IReadOnlyList<Part> Parts { get; init; } = [];

    /// <summary>An entry with a text.</summary>
    public static Part Text(string key, string text, ScalarStyle style = ScalarStyle.Plain) => new(key) { Scalar = (text, style) };

    /// <summary>An entry with a number or boolean, or with nothing.</summary>
    public static Part Literal(string key, string spelt) => new(key) { Spelt = spelt };

    /// <summary>An entry with entries below it.</summary>
    public static Part Mapping(string key, params IReadOnlyList<Part> parts) => new(key) { Parts = parts };

    /// <summary>Entries as lines without indentation of their own.</summary>
    public static IReadOnlyList<string> Lines(IEnumerable<Part> parts, int unit) => [.. parts.SelectMany(part => part.Lines(unit))];

    /// <summary>Entries between braces.</summary>
    public static string Braces(IEnumerable<Part> parts, ScalarSpelling spelling) => $"{{{string.Join(", ", parts.Select(part => part.Inside(spelling)))}}}";

    /// <summary>The entry as it stands between braces.</summary>
    public string Inside(ScalarSpelling spelling)
    {
        var value = ValueIn(spelling) ?? Braces(Parts, spelling);
        return value.Length == 0 ? $"{spelling.Text(Key)}: null" : $"{spelling.Text(Key)}: {value}";
    }

    private IEnumerable<string> Lines(int unit)
    {
        var value = ValueIn(ScalarSpelling.Block);
        yield return $"{ScalarSpelling.Block.Text(Key)}:{(string.IsNullOrEmpty(value) ? "" : " ")}{value}";
        if (value is null)
        {
            foreach (var line in Lines(Parts, unit))
            {
                yield return new string(' ', unit) + line;
            }
        }
    }

    private string? ValueIn(ScalarSpelling spelling) => Scalar is { } scalar ? spelling.Text(scalar.Text, scalar.Style) : Spelt;
}
