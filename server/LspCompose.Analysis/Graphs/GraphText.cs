using System.Globalization;
using System.Text;

namespace LspCompose.Analysis.Graphs;

/// <summary>Texts of files made fit to stand in a drawing.</summary>
internal static class GraphText
{
    /// <summary>The text on one line, with a replacement character for what no drawing format takes; nothing at all is shown as quotes.</summary>
    public static string Line(string text)
    {
        if (text.Length == 0)
        {
            return "\"\"";
        }

        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            line.Append(rune.Value switch
            {
                '\t' or '\n' or '\r' => new Rune(' '),
                0xFFFE or 0xFFFF => Rune.ReplacementChar,
                _ => Rune.GetUnicodeCategory(rune) switch
                {
                    UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => Rune.ReplacementChar,
                    // Marks that turn the direction of a line around; the joiner belongs to emoji.
                    UnicodeCategory.Format when rune.Value != 0x200D => Rune.ReplacementChar,
                    _ => rune,
                },
            });
        }

        return line.ToString();
    }

    /// <summary>What is written below a service's name: what it stands for, its image, its network mode.</summary>
    public static IEnumerable<string> Details(GraphService service)
    {
        if (service.IsAmbassador)
        {
            yield return service.Fronts.Count == 0 ? "ambassador" : $"ambassador for {string.Join(", ", service.Fronts)}";
        }

        if (service.Image is { } image)
        {
            yield return image;
        }

        if (service.NetworkMode is { } mode)
        {
            yield return $"network_mode: {mode}";
        }
    }
}
