using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Formatting;

/// <summary>
/// Lays out a Compose file: indentation, lists, spaces, blank lines. What the file says stays the same: the edits are tried, and those of an
/// entry that would say something else are dropped. Entries with syntax errors are left alone.
/// </summary>
public static class Formatter
{
    private const int MaxTries = 8;

    /// <summary>The edits that lay out a whole file, ordered by place and free of overlaps; none for a file that is laid out.</summary>
    public static IReadOnlyList<TextEdit> Edits(ComposeFile file, FormatOptions options, CancellationToken cancellation) =>
        Edits(file, options, [new TextSpan(0, file.Text.Length)], cancellation);

    /// <summary>The edits that lay out parts of a file (0-based UTF-16 spans), none of them outside these. A block moves only as a whole.</summary>
    public static IReadOnlyList<TextEdit> Edits(ComposeFile file, FormatOptions options, IReadOnlyList<TextSpan> ranges, CancellationToken cancellation)
    {
        if (options.KeyOrder == ServiceKeyOrder.Conventional && KeySorter.Edits(file, new FormatScope(ranges, FrozenParts.Of(file.Tree))) is { Count: > 0 } moves)
        {
            var sorted = new ComposeFile(file.Path, YamlSyntaxTree.Parse(file.Text.With(moves)));
            return moves.Then(sorted.Text, LayoutEdits(sorted, options, [.. ranges.Select(range => After(range, moves))], cancellation));
        }

        return LayoutEdits(file, options, ranges, cancellation);
    }

    /// <summary>A range after edits that all are within it or outside of it.</summary>
    private static TextSpan After(TextSpan range, IReadOnlyList<TextEdit> edits)
    {
        int Grown(int offset) => edits.Where(edit => edit.Span.End <= offset).Sum(edit => edit.NewText.Length - edit.Span.Length);
        return new TextSpan(range.Start + Grown(range.Start), range.End + Grown(range.End));
    }

    private static IReadOnlyList<TextEdit> LayoutEdits(ComposeFile file, FormatOptions options, IReadOnlyList<TextSpan> ranges, CancellationToken cancellation)
    {
        var frozen = FrozenParts.Of(file.Tree).ToList();
        for (var tries = 0; tries < MaxTries; tries++)
        {
            cancellation.ThrowIfCancellationRequested();
            var edits = Layout(file.Tree, options, new FormatScope(ranges, frozen));
            if (edits.Count == 0 || SameContent.FirstDifference(file.Tree, YamlSyntaxTree.Parse(file.Text.With(edits))) is not { } difference)
            {
                return edits;
            }

            frozen.Add(FrozenParts.EntryAt(file.Tree, difference));
        }

        return [];
    }

    private static IReadOnlyList<TextEdit> Layout(YamlSyntaxTree tree, FormatOptions options, FormatScope scope)
    {
        var sheet = new Sheet(tree, options, scope);
        var layout = new TreeLayout(sheet, SequenceStyles.Choose(tree, options.SequenceStyle));
        foreach (var document in tree.Documents)
        {
            if (document.Root is { } root)
            {
                layout.Visit(root);
                CommentLayout.Apply(sheet, document.Span, tree.Comments.Where(comment => document.Span.Contains(comment)));
            }
        }

        // A blank line that is added goes in front of the blanks its line gets.
        return [.. BlankLayout.Edits(sheet).Concat(sheet.Edits()).Where(scope.Allows).OrderBy(edit => edit.Span.Start).ThenBy(edit => edit.Span.End)];
    }
}
