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
        return ByYamlDotNet(context + raw) ?? string.Join('\n', raw.ReplaceLineEndings("\n").Split('\n').Skip(1).Select(line => line.Trim()));
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
        var breaks = 0;
        var isFirst = true;
        foreach (var line in raw.AsSpan().EnumerateLines())
        {
            var text = line.Trim(" \t");
            if (isFirst)
            {
                result.Append(line.TrimEnd(" \t"));
                isFirst = false;
                continue;
            }

            breaks++;
            if (text.IsEmpty)
            {
                continue;
            }

            Break(result, breaks);
            breaks = 0;
            result.Append(text);
        }

        if (breaks > 0)
        {
            Break(result, breaks);
        }

        return result.ToString();
    }

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
