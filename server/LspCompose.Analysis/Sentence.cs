namespace LspCompose.Analysis;

/// <summary>Words for messages.</summary>
internal static class Sentence
{
    /// <summary>Joins as "a", "a and b" or "a, b and c".</summary>
    public static string List(IEnumerable<string> words)
    {
        var all = words.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.Take(all.Count - 1))} and {all[^1]}";
    }
}
