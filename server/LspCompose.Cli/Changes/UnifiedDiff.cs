using System.Text;
using DiffPlex;
using DiffPlex.Model;

namespace LspCompose.Cli.Changes;

/// <summary>The difference of two texts as a patch that <c>git apply</c> takes: line endings kept, a missing last line break told.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>Renders the patch of a file named relative to where it is applied; empty when the texts are the same.</summary>
    public static string Render(string path, string before, string after)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new LineChunker());
        if (diff.DiffBlocks.Count == 0)
        {
            return "";
        }

        var patch = new StringBuilder();
        patch.Append("--- ").Append(Name($"a/{path}")).Append('\n');
        patch.Append("+++ ").Append(Name($"b/{path}")).Append('\n');
        foreach (var hunk in Hunks(diff.DiffBlocks))
        {
            AppendHunk(patch, diff, hunk);
        }

        return patch.ToString();
    }

    /// <summary>Blocks whose context would touch go into one hunk.</summary>
    private static IEnumerable<List<DiffBlock>> Hunks(IList<DiffBlock> blocks)
    {
        var hunk = new List<DiffBlock>();
        foreach (var block in blocks)
        {
            if (hunk.Count > 0 && block.DeleteStartA - End(hunk[^1]) > 2 * Context)
            {
                yield return hunk;
                hunk = [];
            }

            hunk.Add(block);
        }

        yield return hunk;
    }

    private static int End(DiffBlock block) => block.DeleteStartA + block.DeleteCountA;

    private static void AppendHunk(StringBuilder patch, DiffResult diff, List<DiffBlock> hunk)
    {
        var start = Math.Max(0, hunk[0].DeleteStartA - Context);
        var end = Math.Min(diff.PiecesOld.Count, End(hunk[^1]) + Context);
        var startAfter = hunk[0].InsertStartB - (hunk[0].DeleteStartA - start);
        var countAfter = end - start + hunk.Sum(block => block.InsertCountB - block.DeleteCountA);
        patch.Append($"@@ -{Range(start, end - start)} +{Range(startAfter, countAfter)} @@\n");
        var line = start;
        foreach (var block in hunk)
        {
            AppendLines(patch, ' ', diff.PiecesOld.Skip(line).Take(block.DeleteStartA - line));
            AppendLines(patch, '-', diff.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA));
            AppendLines(patch, '+', diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB));
            line = End(block);
        }

        AppendLines(patch, ' ', diff.PiecesOld.Skip(line).Take(end - line));
    }

    /// <summary>1-based start and count; a range without lines names the line before it.</summary>
    private static string Range(int start, int count) => count switch
    {
        0 => $"{start},0",
        1 => $"{start + 1}",
        _ => $"{start + 1},{count}",
    };

    private static void AppendLines(StringBuilder patch, char mark, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            patch.Append(mark).Append(line);
            if (!line.EndsWith('\n'))
            {
                patch.Append("\n\\ No newline at end of file\n");
            }
        }
    }

    /// <summary>The name as git writes it: quoted with C escapes where needed, ended by a tab where a space could be taken for its end.</summary>
    private static string Name(string path)
    {
        if (!path.Any(character => character is '"' or '\\' || char.IsControl(character)))
        {
            return path.Contains(' ', StringComparison.Ordinal) ? path + "\t" : path;
        }

        var quoted = new StringBuilder("\"");
        foreach (var character in path)
        {
            quoted.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when char.IsControl(character) => "\\" + Convert.ToString(character, 8).PadLeft(3, '0'),
                _ => character.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Splits after each line feed, as git does, the line ending belonging to its line.</summary>
    private sealed class LineChunker : IChunker
    {
        public IReadOnlyList<string> Chunk(string text)
        {
            var lines = new List<string>();
            for (var start = 0; start < text.Length;)
            {
                var end = text.IndexOf('\n', start) is var index && index < 0 ? text.Length : index + 1;
                lines.Add(text[start..end]);
                start = end;
            }

            return lines;
        }
    }
}
