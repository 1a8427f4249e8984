namespace LspCompose.Analysis.Tests.Schema;

/// <summary>The table of <c>schemas/differences.md</c>: where our schema departs from the official one, and why.</summary>
internal static class SchemaDifferences
{
    private const string Head = """
        # Differences from the official schema

        Every place where `compose.schema.json` says something else than the schema of the Compose specification, from the Compose
        file's point of view. "adds" is said by ours alone, "lacks" by the official one alone. A default or deprecation added by ours
        is not listed. The first two columns are generated (see `README.md`), the reasons are not.

        | path | difference | reason |
        |---|---|---|
        """;

    private static string TableFile => Path.Combine(SchemaFile.Folder, "differences.md");

    /// <summary>The reason of each listed difference.</summary>
    public static Dictionary<(string Path, string Difference), string> Listed() => File.ReadLines(TableFile)
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Trim('|', ' ').Split(" | "))
        .ToDictionary(cells => (cells[0].Trim('`'), cells[1]), cells => cells.Length > 2 ? cells[2].Trim() : "");

    public static void Write(IEnumerable<(string Path, string Difference)> differences)
    {
        var reasons = Listed();
        var rows = differences.Select(difference => $"| `{difference.Path}` | {difference.Difference} | {reasons.GetValueOrDefault(difference, "")} |");
        File.WriteAllText(TableFile, string.Join('\n', [Head.ReplaceLineEndings("\n"), .. rows]) + "\n");
    }

    public static List<(string Path, string Difference)> Between(SchemaPaths ours, SchemaPaths official)
    {
        var paths = new SortedSet<string>(ours.Facts.Keys.Concat(official.Facts.Keys), StringComparer.Ordinal);
        return paths.SelectMany(path => At(path, ours, official).Select(difference => (path.Length == 0 ? "(top level)" : path, difference))).ToList();
    }

    private static IEnumerable<string> At(string path, SchemaPaths ours, SchemaPaths official)
    {
        var (here, there) = (ours.Facts.GetValueOrDefault(path), official.Facts.GetValueOrDefault(path));
        if (here is null || there is null)
        {
            return [here is null ? "lacks the key" : "adds the key"];
        }

        return here.Except(there).Where(fact => !IsOnlyAdvice(fact)).Select(fact => $"adds {fact}").Concat(there.Except(here).Select(fact => $"lacks {fact}"));
    }

    private static bool IsOnlyAdvice(string fact) => fact.StartsWith("default ", StringComparison.Ordinal) || fact.StartsWith("deprecated ", StringComparison.Ordinal);
}
