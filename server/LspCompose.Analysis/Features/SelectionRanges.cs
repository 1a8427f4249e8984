using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Projects.Loading;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features;

/// <summary>Widens a selection step by step along what a file is made of.</summary>
public static class SelectionRanges
{
    // More steps than anybody takes, few enough for every reader of JSON.
    private const int MaxSteps = 48;

    /// <summary>
    /// The spans around a 0-based UTF-16 offset, the innermost first, each strictly within the next: word, text between quotes, with them, entry or item, collection and
    /// so on to the whole file. At least one; null for a file the workspace does not hold.
    /// </summary>
    public static IReadOnlyList<TextSpan>? At(Workspace workspace, string path, int offset)
    {
        if (!workspace.TryGetFile(path, out var file))
        {
            return null;
        }

        var spans = new List<TextSpan>();
        var whole = new TextSpan(0, file.Text.Length);
        foreach (var span in Around(file, offset))
        {
            if (!span.IsEmpty && span.Touches(offset) && (spans.Count == 0 || (span.Contains(spans[^1]) && span != spans[^1])))
            {
                spans.Add(span);
            }
        }

        if (spans.Count == 0 || spans[^1] != whole)
        {
            spans.Add(whole);
        }

        return spans.Count <= MaxSteps ? spans : [.. spans.Take(MaxSteps - 1), whole];
    }

    private static IEnumerable<TextSpan> Around(ComposeFile file, int offset)
    {
        var tree = file.Tree;
        var isComment = CommentAt(tree, offset) is not null;
        var steps = tree.PathTo(offset);
        var leaf = steps.Count > 0 ? steps[^1].Node
            : tree.Documents.Select(document => document.Root).OfType<YamlNode>().FirstOrDefault(root => root.FullSpan.Touches(offset)) is var root && root != default ? root
            : (YamlNode?)null;
        IEnumerable<TextSpan> inner = CommentAt(tree, offset) is { } comment ? OfComment(tree, comment, offset)
            : leaf is { } node && node.FullSpan.Touches(offset) ? OfNode(tree.Text, node, offset)
            : [];
        var outer = steps.Reverse().SelectMany((step, index) => OfStep(step, index == 0 && isComment)).Concat(tree.Documents.Where(document => document.Span.Touches(offset)).SelectMany(document => OfDocument(document)));
        return inner.Concat(outer);
    }

    private static TextSpan? CommentAt(YamlSyntaxTree tree, int offset)
    {
        foreach (var comment in tree.Comments)
        {
            if (comment.Touches(offset))
            {
                return comment;
            }
        }

        return null;
    }

    private static IEnumerable<TextSpan> OfComment(YamlSyntaxTree tree, TextSpan comment, int offset)
    {
        var content = tree.Text.Slice(comment);
        var start = comment.Start + content.Length - content.TrimStart('#').TrimStart().Length;
        return [.. Words(tree.Text, new TextSpan(start, comment.End), offset), new TextSpan(start, comment.Start + content.TrimEnd().Length), comment];
    }

    private static IEnumerable<TextSpan> OfNode(SourceText text, YamlNode node, int offset)
    {
        if (!node.IsScalar && !node.IsAlias)
        {
            return node.IsFlow && node.Span.Length >= 2 && text.Content[node.Span.End - 1] is ']' or '}' ? [Trim(text, new TextSpan(node.Span.Start + 1, node.Span.End - 1)), node.Span, node.FullSpan] : [node.Span, node.FullSpan];
        }

        // An anchor or a tag in front of the value.
        if (offset < node.Span.Start)
        {
            return [.. Words(text, new TextSpan(node.FullSpan.Start, node.Span.Start), offset), node.FullSpan];
        }

        var content = Content(text, node);
        return
        [
            .. Words(text, content, offset),
            .. References(text, node),
            .. node.Style is ScalarStyle.Literal or ScalarStyle.Folded ? [Trim(text, text.LineSpan(text.LineOf(offset)))] : Array.Empty<TextSpan>(),
            content,
            node.Span,
            node.FullSpan,
        ];
    }

    private static TextSpan Content(SourceText text, YamlNode node)
    {
        switch (node.Style)
        {
            case ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted when node.Span.Length > 1:
                return new TextSpan(node.Span.Start + 1, text.Content[node.Span.End - 1] is '"' or '\'' ? node.Span.End - 1 : node.Span.End);
            case ScalarStyle.Literal or ScalarStyle.Folded when text.LineOf(node.Span.Start) is var line && line + 1 < text.LineCount && text.LineStart(line + 1) < node.Span.End:
                return Trim(text, new TextSpan(text.LineStart(line + 1), node.Span.End));
            default:
                return node.IsAlias && node.Span.Length > 1 ? new TextSpan(node.Span.Start + 1, node.Span.End) : node.Span;
        }
    }

    // The variables of a text, the inner ones first.
    private static IEnumerable<TextSpan> References(SourceText text, YamlNode node)
    {
        if (!node.Value.Contains('$'))
        {
            return [];
        }

        var origin = new ScalarOrigin(node, text);
        return Template.Substitute(node.Value, _ => null).Variables.OrderBy(use => use.ReferenceSpan.Length).Select(use => origin.ToSource(use.ReferenceSpan));
    }

    private static IEnumerable<TextSpan> Words(SourceText text, TextSpan within, int offset) =>
        [Run(text, within, offset, c => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c == '_'), Run(text, within, offset, c => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '_' or '-' or '.')];

    private static TextSpan Run(SourceText text, TextSpan within, int offset, Func<char, bool> isPart)
    {
        var (start, end) = (Math.Clamp(offset, within.Start, within.End), Math.Clamp(offset, within.Start, within.End));
        while (start > within.Start && isPart(text.Content[start - 1]))
        {
            start--;
        }

        while (end < within.End && isPart(text.Content[end]))
        {
            end++;
        }

        return new TextSpan(start, end);
    }

    private static TextSpan[] OfStep(YamlPathStep step, bool isBesideComment) =>
        isBesideComment && step.Node is { IsMapping: true } or { IsSequence: true } ? [step.Node.Span, Whole(step), step.Collection.Span, step.Collection.FullSpan] : [Whole(step), step.Collection.Span, step.Collection.FullSpan];

    private static TextSpan Whole(YamlPathStep step) => step.Entry?.Span ?? step.Item?.Span ?? step.Collection.Span;

    private static TextSpan[] OfDocument(YamlDocument document) => document.Root is { } root ? [root.FullSpan, document.Span] : [document.Span];

    private static TextSpan Trim(SourceText text, TextSpan span)
    {
        var content = text.Slice(span);
        var start = span.Start + content.Length - content.TrimStart().Length;
        return new TextSpan(start, Math.Max(start, span.Start + content.TrimEnd().Length));
    }
}
