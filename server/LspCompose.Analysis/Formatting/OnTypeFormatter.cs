using LspCompose.Analysis.Migration;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Formatting;

/// <summary>Puts the line being typed where it belongs. Offsets are 0-based UTF-16 ones, right after the typed character.</summary>
public sealed class OnTypeFormatter
{
    private readonly SourceText text;
    private readonly YamlSyntaxTree tree;
    private readonly Layout layout;
    private readonly FormatOptions options;
    private readonly int line;

    private OnTypeFormatter(ComposeFile file, int offset, FormatOptions options)
    {
        text = file.Text;
        line = text.LineOf(offset);
        this.options = options;

        // What is typed so far may make nonsense of the line, so the file is looked at without it; all offsets above stay the same.
        tree = file.Tree.WithText(text.With([TextEdit.Delete(text.LineSpan(line))]));
        layout = new Layout(tree);
    }

    /// <summary>Indents the line that Enter began; no edits where the client's own indentation is right or something is on the line.</summary>
    public static IReadOnlyList<TextEdit> AfterLineBreak(ComposeFile file, int offset, FormatOptions options)
    {
        var formatter = new OnTypeFormatter(file, offset, options);
        var span = formatter.text.LineSpan(formatter.line);
        return formatter.text.Slice(span).IsWhiteSpace() && formatter.ColumnOfNewLine() is { } column ? formatter.Indent(span, column) : [];
    }

    /// <summary>Lines a dash that begins its line up with the list it joins.</summary>
    public static IReadOnlyList<TextEdit> AfterDash(ComposeFile file, int offset, FormatOptions options)
    {
        var formatter = new OnTypeFormatter(file, offset, options);
        var span = formatter.text.LineSpan(formatter.line);
        var isFirst = formatter.text.Slice(span).Trim(" \t") is "-" && formatter.text.Slice(new TextSpan(span.Start, offset)).EndsWith("-");
        return isFirst && formatter.ColumnOfDash(offset - 1 - span.Start) is { } column ? formatter.Indent(new TextSpan(span.Start, offset - 1), column) : [];
    }

    private IReadOnlyList<TextEdit> Indent(TextSpan blanks, int column) =>
        Whitespace.Replace(text.Slice(blanks), blanks, column) is { } edit ? [edit] : [];

    private int? ColumnOfNewLine()
    {
        // A blank or comment line above says nothing that the client has not copied.
        if (line == 0 || EndOfContent(line - 1) is not { } end || tree.PathTo(end) is not [.., var last] path || last.Entry is { ColonOffset: < 0, Value.IsFlow: false })
        {
            return null;
        }

        var value = ValueOf(last);
        if (last.Collection.IsFlow || (value.IsFlow && text.LineOf(value.Span.End) >= line) || text.Content[end - 1] is '[' or '{')
        {
            return ColumnInBrackets(path, end);
        }

        var column = ColumnOf(last);
        if (IsInText(value, end))
        {
            return null;
        }

        if (IsBelow(value))
        {
            // The first of what is there already.
            return layout.Column(value.Span.Start);
        }

        return value.IsMissing || value.Style is ScalarStyle.Literal or ScalarStyle.Folded ? column + options.Step : column;
    }

    private int? ColumnOfDash(int typed)
    {
        var above = line - 1;
        while (above >= 0 && EndOfContent(above) is null)
        {
            above--;
        }

        if (above < 0 || EndOfContent(above) is not { } end || tree.PathTo(end) is not [.., var last] path || last.Collection.IsFlow)
        {
            return null;
        }

        var value = ValueOf(last);
        if (IsInText(value, end))
        {
            return null;
        }

        if (IsBelow(value))
        {
            return value.IsSequence ? layout.Column(value.Span.Start) : null;
        }

        if (last.Entry is { Value.IsMissing: true })
        {
            var key = ColumnOf(last);
            return SequenceStyles.Choose(tree, options.SequenceStyle) == SequenceStyle.Flush ? key : key + options.Step;
        }

        // Of the lists that are open here the innermost one that is not further in than what was typed.
        var lists = path.Where(step => step.Collection is { IsSequence: true, IsFlow: false }).Select(step => layout.Column(step.Collection.Span.Start)).ToList();
        return lists.Count == 0 ? null : lists.LastOrDefault(list => list <= typed, lists[0]);
    }

    /// <summary>The end of what a line says, comment and blanks left out; null where it says nothing.</summary>
    private int? EndOfContent(int above)
    {
        var span = text.LineSpan(above);
        var comment = tree.Comments.FirstOrDefault(comment => span.Contains(comment), new TextSpan(span.End, span.End));
        var content = text.Slice(span with { End = comment.Start }).TrimEnd(" \t\uFEFF");
        return content.IsEmpty ? null : span.Start + content.Length;
    }

    /// <summary>After an opening bracket a step further in than the key or dash in front of it; elsewhere in brackets nothing.</summary>
    private int? ColumnInBrackets(IReadOnlyList<YamlPathStep> path, int end)
    {
        var first = text.LineStart(line - 1);
        var outside = path.Where(step => !step.Collection.IsFlow && StartOf(step) >= first).Select(ColumnOf).LastOrDefault(layout.Column(first + text.Slice(new TextSpan(first, end)).IndexOfAnyExcept(" \t\uFEFF")));
        return text.Content[end - 1] is '[' or '{' ? outside + options.Step : null;
    }

    private static YamlNode ValueOf(YamlPathStep step) => step.Entry?.Value ?? step.Item?.Value ?? step.Node;

    private static int StartOf(YamlPathStep step) => step.Entry?.Key.FullSpan.Start ?? step.Item?.DashOffset ?? 0;

    private int ColumnOf(YamlPathStep step) => layout.Column(StartOf(step));

    /// <summary>True for a block collection that begins below the line above.</summary>
    private bool IsBelow(YamlNode value) => !value.IsFlow && (value.IsMapping || value.IsSequence) && text.LineOf(value.Span.Start) >= line;

    /// <summary>True where the line is within a scalar: not the one whose header is right above, but its text, or quotes that go on.</summary>
    private bool IsInText(YamlNode value, int end) => value.IsScalar && !value.IsMissing
        && (value.Style is ScalarStyle.Literal or ScalarStyle.Folded
            ? text.LineOf(value.Span.Start) < text.LineOf(end)
            : text.LineOf(value.Span.End) >= line || text.LineOf(value.Span.Start) < text.LineOf(end));
}
