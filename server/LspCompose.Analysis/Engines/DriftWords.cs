using LspCompose.Analysis.Features.Words;

namespace LspCompose.Analysis.Engines;

/// <summary>Differences between a container and the files in words.</summary>
internal static class DriftWords
{
    private const int MaxNames = 8;

    /// <summary>What a part lacks and what it has besides, in Markdown; null where that is nothing.</summary>
    public static string? Of(string part, IEnumerable<string> missing, IEnumerable<string> extra)
    {
        var told = new[] { Names(missing) is { Length: > 0 } lacking ? $"{lacking} missing" : "", Names(extra) is { Length: > 0 } besides ? $"{besides} not in the file" : "" }.Where(words => words.Length > 0).ToList();
        return told.Count == 0 ? null : $"{part}: {string.Join("; ", told)}";
    }

    private static string Names(IEnumerable<string> names)
    {
        var all = names.Distinct(StringComparer.Ordinal).ToList();
        return string.Join(", ", all.Take(MaxNames).Select(Code.Of)) + (all.Count > MaxNames ? $" and {all.Count - MaxNames} more" : "");
    }
}
