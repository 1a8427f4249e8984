using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LspCompose.Yaml.Parsing.Tolerant;

/// <summary>Says what a scalar means. Where that takes more than copying, YamlDotNet decides, as it does for valid text.</summary>
internal static class ScalarDecoder
{
    /// <summary>The value of a plain scalar: line breaks folded.</summary>
    public static string Plain(string raw) => raw.AsSpan().ContainsAny('\n', '\r') ? Fold(raw) : raw;

    /// <summary>The value of a single-quoted scalar, given without its quotes.</summary>
    public static string Single(string raw) => Plain(raw.Contains('\'', StringComparison.Ordinal) ? raw.Replace("''", "'", StringComparison.Ordinal) : raw);

    /// <summary>The value of a double-quoted scalar, given without its quotes and with no escape but those that YAML knows.</summary>
    public static string Double(string raw) =>
        raw.Contains('\\', StringComparison.Ordinal) ? ByYamlDotNet($"\"{raw}\"") ?? Plain(raw) : Plain(raw);

    /// <summary>The value of a block scalar, from its indicator to where the next content may start, in a collection at a column (-1 for none).</summary>
    public static string Block(string raw, int column)
    {
        var context = column < 0 ? "--- " : new string(' ', column) + "k: ";
        return ByYamlDotNet(context + raw) ?? string.Join('\n', Lf(raw).Split('\n').Skip(1).Select(line => line.Trim()));
    }

    private static string? ByYamlDotNet(string text)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            string? last = null;
            while (parser.MoveNext())
            {
                last = parser.Current is Scalar scalar ? scalar.Value : last;
            }

            return last;
        }
#pragma warning disable CA1031 // The parser throws whatever it likes on broken text.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    /// <summary>Folds lines (YAML 1.2, chapter 6.5): a single break is a space, each further one a line feed.</summary>
    private static string Fold(string raw)
    {
        var result = new StringBuilder(raw.Length);
        var lines = Lf(raw).Split('\n');
        var breaks = 0;
        for (var index = 0; index < lines.Length; index++)
        {
            // Blanks at the two ends belong to the text.
            var line = index == 0 ? lines[index] : lines[index].TrimStart(' ', '\t');
            line = index == lines.Length - 1 ? line : line.TrimEnd(' ', '\t');
            breaks += index > 0 ? 1 : 0;
            if (breaks > 0 && line.Length > 0)
            {
                Break(result, breaks);
                breaks = 0;
            }

            result.Append(line);
        }

        if (breaks > 0)
        {
            Break(result, breaks);
        }

        return result.ToString();
    }

    private static string Lf(string raw) => raw.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static void Break(StringBuilder result, int breaks)
    {
        if (breaks == 1)
        {
            result.Append(' ');
        }
        else
        {
            result.Append('\n', breaks - 1);
        }
    }
}
