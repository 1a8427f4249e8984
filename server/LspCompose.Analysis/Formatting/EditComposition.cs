using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Formatting;

/// <summary>Makes one list of edits of two that are applied one after the other.</summary>
internal static class EditComposition
{
    /// <summary>Edits of the first text that do what <paramref name="first"/> does to it and <paramref name="second"/> to the result. Both are ordered by place and free of overlaps.</summary>
    public static IReadOnlyList<TextEdit> Then(this IReadOnlyList<TextEdit> first, SourceText between, IReadOnlyList<TextEdit> second)
    {
        // Pieces of the text in between, each with what was there before and the later edits that touch it.
        var pieces = new List<Piece>();
        var shift = 0;
        foreach (var edit in first)
        {
            pieces.Add(new Piece(edit.Span, TextSpan.FromLength(edit.Span.Start + shift, edit.NewText.Length), []));
            shift += edit.NewText.Length - edit.Span.Length;
        }

        var result = new List<Piece>();
        var next = 0;
        shift = 0;
        foreach (var edit in second)
        {
            while (next < pieces.Count && pieces[next].After.End < edit.Span.Start)
            {
                shift = Take(pieces[next++]);
            }

            if (result.Count > 0 && result[^1].After.End > edit.Span.Start)
            {
                result[^1] = result[^1].With(edit);
            }
            else if (next < pieces.Count && pieces[next].After.Start <= edit.Span.End)
            {
                shift = Take(pieces[next++].With(edit));
            }
            else
            {
                result.Add(new Piece(edit.Span.Shift(-shift), edit.Span, [edit]));
            }
        }

        while (next < pieces.Count)
        {
            Take(pieces[next++]);
        }

        return [.. result.Select(piece => piece.ToEdit(between)).Where(edit => !edit.Span.IsEmpty || edit.NewText.Length > 0)];

        int Take(Piece piece)
        {
            result.Add(piece);
            return piece.After.End - piece.Before.End;
        }
    }

    private sealed record Piece(TextSpan Before, TextSpan After, IReadOnlyList<TextEdit> Edits)
    {
        /// <summary>The piece with an edit that touches it; it grows where the edit reaches beyond.</summary>
        public Piece With(TextEdit edit)
        {
            var (above, below) = (Math.Max(0, After.Start - edit.Span.Start), Math.Max(0, edit.Span.End - After.End));
            return new Piece(new TextSpan(Before.Start - above, Before.End + below), new TextSpan(After.Start - above, After.End + below), [.. Edits, edit]);
        }

        public TextEdit ToEdit(SourceText between)
        {
            var changed = between.With(Edits);
            return new TextEdit(Before, changed.ToString(TextSpan.FromLength(After.Start, After.Length + changed.Length - between.Length)));
        }
    }
}
