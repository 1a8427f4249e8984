using System.Text.RegularExpressions;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Completion;

/// <summary>The line of the cursor, and what a word typed there would be by the looks of it.</summary>
internal sealed partial class CursorLine
{
    private readonly YamlSyntaxTree tree;
    private readonly int line;
    private readonly TextSpan span;

    /// <summary>Reads the line of a 0-based UTF-16 offset.</summary>
    public CursorLine(YamlSyntaxTree tree, int offset)
    {
        this.tree = tree;
        line = tree.Text.LineOf(offset);
        span = tree.Text.LineSpan(line);
        Offset = Math.Min(offset, span.End);
        Before = tree.Text.ToString(new TextSpan(span.Start, Offset));
        After = tree.Text.ToString(new TextSpan(Offset, span.End));
    }

    /// <summary>The cursor's offset.</summary>
    public int Offset { get; }

    /// <summary>The line up to the cursor.</summary>
    public string Before { get; }

    /// <summary>The line from the cursor on.</summary>
    public string After { get; }

    /// <summary>The line's characters.</summary>
    public TextSpan Span => span;

    /// <summary>True in a comment, not right before it.</summary>
    public bool IsComment
    {
        get
        {
            var comments = tree.Comments;
            var (low, high) = (0, comments.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = comments[middle].Start < Offset ? (middle + 1, high) : (low, middle);
            }

            return low > 0 && comments[low - 1].End >= Offset;
        }
    }

    /// <summary>True among the blanks before the first word of a line.</summary>
    public bool IsIndentation => Before.AsSpan().IsWhiteSpace() && After.Length > 0 && char.IsWhiteSpace(After[0]) && !After.AsSpan().IsWhiteSpace();

    /// <summary>The name of the variable at the cursor, after <c>$</c> or <c>${</c>; null where there is none.</summary>
    public TextSpan? Variable => Named(VariableBefore(), VariableAfter());

    /// <summary>The name of the tag at the cursor, after <c>!</c>; null where there is none.</summary>
    public TextSpan? Tag => Named(TagBefore(), AnchorAfter());

    /// <summary>The name of the new anchor at the cursor, after <c>&amp;</c>; null where there is none.</summary>
    public TextSpan? NewAnchor => Named(AnchorBefore(), AnchorAfter());

    /// <summary>The only word of the line, empty on a blank line; null where there is more on it than a comment.</summary>
    public TextSpan? LoneWord
    {
        get
        {
            var start = LeadingBlanks(Before);
            var end = WordAfter().Match(After);
            return LoneBefore().IsMatch(Before) && end.Success ? new TextSpan(span.Start + start, Offset + end.Groups["word"].Length) : null;
        }
    }

    /// <summary>The column of the line's first character that is no blank.</summary>
    public int Column => LeadingBlanks(Before);

    /// <summary>True right after the one blank behind a key, a dash, a comma or an opening bracket.</summary>
    public bool BeginsValue => Before.Length > 1 && Before[^2] is ':' or '-' or ',' or '[' or '{';

    /// <summary>True right after the colon of a key, where a space is still missing.</summary>
    public bool LacksSpaceAfterColon => KeyAndColon().IsMatch(Before) && (Blank().IsMatch(After) || After[0] is '}' or ']' or ',');

    /// <summary>True right after a dash, where a space is still missing.</summary>
    public bool LacksSpaceAfterDash => DashAlone().IsMatch(Before) && After.AsSpan().IsWhiteSpace();

    /// <summary>True behind the name after a dash when the next line goes on as if that name were a key.</summary>
    public bool IsFirstKeyOfItem => DashAndWord().Match(Before) is { Success: true } match && WordAfter().IsMatch(After) && ColumnBelow() == match.Groups["word"].Index;

    /// <summary>The quote that is opened before the cursor and not closed on the line; null when there is none.</summary>
    public char? UnclosedQuote => OpenQuote(Before) is { } quote && !After.Contains(quote) ? quote : null;

    /// <summary>True right behind a text in quotes.</summary>
    public bool IsBehindQuotes => Before is [.., '"' or '\''] && OpenQuote(Before) is null && OpenQuote(Before[..^1]) == Before[^1];

    /// <summary>True where an item of a list would stand at a column: one stands there above or below and no key does.</summary>
    public bool IsAmongItems(int column) => (Above(column) ?? Below(column)) == true && !HasKeyAbove(column);

    /// <summary>True where a key and an item may stand at one column: the list's dashes stand below the key's first character.</summary>
    public bool IsBelowItemsOfKey(int column) => Above(column) == true && HasKeyAbove(column);

    /// <summary>True where what is above goes on in the line, because it is a text that is not at its end.</summary>
    public bool ContinuesText(int column)
    {
        for (var above = line - 1; above >= 0; above--)
        {
            var content = Content(above);
            if (content.Length == 0)
            {
                continue;
            }

            var first = ColumnOf(content);
            if (content[first..] is "---" or "...")
            {
                return false;
            }

            var inner = first + DashesOf().Match(content[first..]).Length;
            return inner < column && !Opener().IsMatch(content[inner..]) && content[inner..].Trim().Length > 0;
        }

        return false;
    }

    /// <summary>True where the next line stands below what begins at a column: further in, or as an item there.</summary>
    public bool HasBelow(int column)
    {
        for (var below = line + 1; below < tree.Text.LineCount; below++)
        {
            var content = Content(below);
            if (content.Length > 0)
            {
                return ColumnOf(content) > column || (ColumnOf(content) == column && IsDash(content[column..]));
            }
        }

        return false;
    }

    private TextSpan? Named(Regex before, Regex after) =>
        before.Match(Before) is { Success: true } match ? new TextSpan(span.Start + match.Groups["name"].Index, Offset + after.Match(After).Length) : null;

    private bool? Above(int column)
    {
        for (var above = line - 1; above >= 0; above--)
        {
            var content = Content(above);
            if (content.Length > 0 && ColumnOf(content) <= column)
            {
                return ColumnOf(content) < column ? null : IsDash(content[column..]);
            }
        }

        return null;
    }

    private bool? Below(int column)
    {
        for (var below = line + 1; below < tree.Text.LineCount; below++)
        {
            var content = Content(below);
            if (content.Length > 0)
            {
                return ColumnOf(content) == column ? IsDash(content[column..]) : null;
            }
        }

        return null;
    }

    private bool HasKeyAbove(int column)
    {
        for (var above = line - 1; above >= 0; above--)
        {
            var content = Content(above);
            if (content.Length > 0 && ColumnOf(content) <= column && !(ColumnOf(content) == column && IsDash(content[column..])))
            {
                return ColumnOf(content) == column;
            }
        }

        return false;
    }

    private int ColumnBelow()
    {
        for (var below = line + 1; below < tree.Text.LineCount; below++)
        {
            if (Content(below) is { Length: > 0 } content)
            {
                return ColumnOf(content);
            }
        }

        return -1;
    }

    // Empty for blank lines and those that are all comment.
    private string Content(int number)
    {
        var content = tree.Text.ToString(tree.Text.LineSpan(number));
        var start = LeadingBlanks(content);
        return start == content.Length || content[start] == '#' ? "" : content;
    }

    private static char? OpenQuote(string text)
    {
        char? open = null;
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (open is null)
            {
                open = character is '"' or '\'' && (index == 0 || text[index - 1] is ' ' or '\t' or '[' or '{' or ',') ? character : null;
            }
            else if (character == '\\' && open == '"')
            {
                index++;
            }
            else if (character == open)
            {
                open = null;
            }
        }

        return open;
    }

    private static int ColumnOf(string content) => LeadingBlanks(content);

    private static int LeadingBlanks(string content) => content.AsSpan().IndexOfAnyExcept(' ', '\t', '\uFEFF') is >= 0 and var first ? first : content.Length;

    private static bool IsDash(string content) => content is "-" || content.StartsWith("- ", StringComparison.Ordinal);

    [GeneratedRegex("""^[ \t\uFEFF]*(?:[^\s:#'"\[\]{},&*!|>%@`?-][^\s:]*)?$""", RegexOptions.CultureInvariant)]
    private static partial Regex LoneBefore();

    [GeneratedRegex(@"^(?<word>[^\s:#]*)(?:\s*|\s+#.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex WordAfter();

    [GeneratedRegex("""^(?:[ \t\uFEFF]*(?:-[ \t]+)*|.*[{,]\s*)(?:[^\s:#'"\[\]{},&*!|>%@`]+|"[^"]*"|'[^']*'):$""", RegexOptions.CultureInvariant)]
    private static partial Regex KeyAndColon();

    [GeneratedRegex(@"(?<!\$)(?:\$\$)*\$\{?(?<name>(?:[A-Za-z_][A-Za-z0-9_]*)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex VariableBefore();

    [GeneratedRegex(@"^[A-Za-z0-9_]*", RegexOptions.CultureInvariant)]
    private static partial Regex VariableAfter();

    [GeneratedRegex(@"(?:^|[\s\[{,])&(?<name>[^\s\[\]{},]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex AnchorBefore();

    [GeneratedRegex(@"(?:^|[\s\[{,])!(?<name>[a-z]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex TagBefore();

    [GeneratedRegex(@"^\s*(?:#.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    [GeneratedRegex(@"^[^\s\[\]{},]*", RegexOptions.CultureInvariant)]
    private static partial Regex AnchorAfter();

    [GeneratedRegex(@"^[ \t\uFEFF]*(?:-[ \t]+)*-$", RegexOptions.CultureInvariant)]
    private static partial Regex DashAlone();

    [GeneratedRegex("""^[ \t\uFEFF]*(?:-[ \t]+)+(?<word>[^\s:#'"\[\]{},&*!|>%@`]*)$""", RegexOptions.CultureInvariant)]
    private static partial Regex DashAndWord();

    [GeneratedRegex(@"^(?:-[ \t]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex DashesOf();

    [GeneratedRegex(@"(?:^-|^[^#]*:)[ \t]*(?:[&!][^\s]*[ \t]*)*(?:#.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Opener();
}
