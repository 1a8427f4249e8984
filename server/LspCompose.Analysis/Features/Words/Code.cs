namespace LspCompose.Analysis.Features.Words;

/// <summary>Texts from outside in the code style of Markdown.</summary>
internal static class Code
{
    private const int MaxLength = 200;

    /// <summary>A text on one line that nothing in it leads out of; long ones are cut.</summary>
    public static string Of(string text)
    {
        var line = text.Length > MaxLength ? $"{text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)]}…" : text;
        line = string.Concat(line.ReplaceLineEndings("⏎").Select(character => char.IsControl(character) ? ' ' : character));
        var fence = new string('`', LongestRun(line) + 1);
        return line.Trim().Length == 0 ? "*(empty)*" : fence.Length > 1 ? $"{fence} {line} {fence}" : $"`{line}`";
    }

    /// <summary>Several texts with commas between.</summary>
    public static string List(IEnumerable<string> texts) => Sentence.List(texts.Select(Of));

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
