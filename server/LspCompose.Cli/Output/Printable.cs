using System.Globalization;
using System.Text;
using Wcwidth;

namespace LspCompose.Cli.Output;

/// <summary>Text of files made fit for a terminal: nothing in it can move the cursor, change colours or reorder the line.</summary>
internal static class Printable
{
    /// <summary>The text on one line, with a replacement character for what cannot be shown.</summary>
    public static string Line(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\r' or '\n' or '\t')
            {
                shown.Append(' ');
            }
            else
            {
                shown.Append(Show(rune));
            }
        }

        return shown.ToString();
    }

    /// <summary>The rune itself, or the replacement character for controls and direction marks.</summary>
    public static Rune Show(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => Rune.ReplacementChar,
        UnicodeCategory.Format when rune.Value != 0x200D => Rune.ReplacementChar,
        _ => rune,
    };

    /// <summary>Number of terminal cells a rune takes.</summary>
    public static int Width(Rune rune) => Math.Max(0, UnicodeCalculator.GetWidth(rune.Value));
}
