using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>
/// Lets edits be worked out as if a text ended with a line break, so that whole lines can be added and taken away everywhere alike, and
/// turns them into edits of the text without it, which then ends without one again.
/// </summary>
internal static class FinalLineBreak
{
    /// <summary>The file with a line break at its end; the file itself if it has one. Offsets are the same in both.</summary>
    public static ComposeFile Ensure(ComposeFile file) =>
        file.Text.LineSpan(file.Text.LineCount - 1).IsEmpty ? file : new ComposeFile(file.Path, file.Tree.WithText(SourceText.From(file.Text.Content + file.Text.LineBreak)));

    /// <summary>Turns edits of an ensured text, ordered by place, into edits of the original text.</summary>
    public static IReadOnlyList<TextEdit> Drop(IReadOnlyList<TextEdit> edits, SourceText ensured, SourceText original)
    {
        if (edits.Count == 0 || edits[^1].Span.End <= original.Length)
        {
            return edits;
        }

        var result = edits.ToList();
        var (start, added) = (edits[^1].Span.Start, edits[^1].NewText);
        result.RemoveAt(result.Count - 1);
        while (start > 0)
        {
            // The part of the text that the edit has to reach back to, so that a line break at the new end can go.
            var reach = added.Length > 0 ? original.Length : ensured.LineSpan(ensured.LineOf(start - 1)).End;
            if (start <= reach)
            {
                break;
            }

            if (result.Count > 0 && result[^1].Span.End > reach)
            {
                added = result[^1].NewText + ensured.ToString(new TextSpan(result[^1].Span.End, start)) + added;
                start = result[^1].Span.Start;
                result.RemoveAt(result.Count - 1);
            }
            else
            {
                added = ensured.ToString(new TextSpan(reach, start)) + added;
                start = reach;
                break;
            }
        }

        result.Add(new TextEdit(new TextSpan(start, original.Length), WithoutBreak(added)));
        return result;
    }

    private static string WithoutBreak(string text) =>
        text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') || text.EndsWith('\r') ? text[..^1] : text;
}
