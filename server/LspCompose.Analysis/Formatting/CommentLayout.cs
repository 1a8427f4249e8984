using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Formatting;

/// <summary>
/// Puts comments that have a line of their own where what they belong to stands: by its column a comment is part of a collection that is
/// open there, in front of the next token or at the collection's end.
/// </summary>
internal sealed class CommentLayout
{
    private readonly Sheet sheet;
    private readonly int first;
    private readonly int[] next;
    private Level? current;
    private TextSpan? beside;
    private int outermostTo = -1;

    private CommentLayout(Sheet sheet, TextSpan document)
    {
        this.sheet = sheet;
        first = sheet.LineOf(document.Start);
        next = NextTokens(sheet, first, sheet.LineOf(document.End));
    }

    /// <summary>Lays out the comments of a document whose tree is laid out.</summary>
    public static void Apply(Sheet sheet, TextSpan document, IEnumerable<TextSpan> comments)
    {
        var layout = new CommentLayout(sheet, document);
        var passed = layout.first;
        foreach (var comment in comments)
        {
            var line = sheet.LineOf(comment.Start);
            for (; passed <= line; passed++)
            {
                layout.current = sheet.LevelOf(passed) ?? layout.current;
            }

            layout.Visit(comment, line);
        }
    }

    private void Visit(TextSpan comment, int line)
    {
        if (!sheet.StartsLine(comment.Start))
        {
            beside = comment;
            return;
        }

        if (beside is { } above && sheet.LineOf(above.Start) == line - 1 && sheet.Column(above.Start) == sheet.Column(comment.Start))
        {
            // The second line of a comment beside a value stays below the first.
            sheet.MoveLine(line, sheet.NewColumn(above.Start));
            beside = comment;
            return;
        }

        beside = null;
        if (sheet.Scope.IsFrozen(comment.Start))
        {
            return;
        }

        if (IsCommentedOut(line))
        {
            sheet.MoveLine(line, 0);
            return;
        }

        var flow = sheet.Flows.FindLastIndex(flow => flow.Span.Contains(comment));
        if ((flow >= 0 ? sheet.Flows[flow].Content : BlockColumn(sheet.Column(comment.Start), line)) is { } column)
        {
            sheet.MoveLine(line, column);
        }
    }

    /// <summary>
    /// True for lines that were commented out at their very start, with their indentation behind the sign: there they stay, so that the sign can be taken away again.
    /// </summary>
    private bool IsCommentedOut(int line)
    {
        if (line <= outermostTo)
        {
            return true;
        }

        var end = line;
        var isIndented = false;
        while (end < sheet.Text.LineCount && sheet.Text.Slice(sheet.Text.LineSpan(end)) is ['#', .. var rest])
        {
            isIndented |= rest.TrimStart('#') is [' ' or '\t', ' ' or '\t', ..];
            end++;
        }

        outermostTo = isIndented ? end - 1 : outermostTo;
        return isIndented;
    }

    private int? BlockColumn(int column, int line)
    {
        var token = next[line - first];
        var following = token < 0 ? null : sheet.StartOf(token);
        if (current is null || (following is not null && !Contains(current, following)))
        {
            return token < 0 ? null : sheet.ColumnOf(token);
        }

        var level = current;
        while (level != following && level.Outer is { Old: >= 0 } outer && level.Old > column)
        {
            level = outer;
        }

        if (level == current && column - level.Old >= FormatOptions.MinIndent && !FollowsBlockScalar(line))
        {
            // What was commented out below a key or item.
            level = current = new Level(column, level.New + sheet.Options.Step, level);
        }
        else if (level.Old == following?.Old)
        {
            // A list below its key's first character ends here.
            level = following;
        }

        return level.New;
    }

    private static bool Contains(Level? inner, Level level)
    {
        for (; inner is not null; inner = inner.Outer)
        {
            if (inner == level)
            {
                return true;
            }
        }

        return false;
    }

    private bool FollowsBlockScalar(int line)
    {
        var above = line - 1;
        while (above > 0 && sheet.IsBlank(above) && sheet.UseOf(above) == LineUse.Free)
        {
            above--;
        }

        return above >= 0 && sheet.UseOf(above) == LineUse.BlockScalar;
    }

    /// <summary>For each line of a document the first line below it that starts with a token of the tree, -1 without one.</summary>
    private static int[] NextTokens(Sheet sheet, int first, int last)
    {
        var result = new int[last - first + 1];
        var next = -1;
        for (var line = last; line >= first; line--)
        {
            result[line - first] = next;
            next = sheet.StartOf(line) is not null ? line : next;
        }

        return result;
    }
}
