using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features;

/// <summary>Finds what can be folded in a file: blocks, values of several lines, runs of comments and, where there are several, documents.</summary>
public static class Folding
{
    /// <summary>The folds in the order of their first lines, at most one a line; none for a file the workspace does not hold.</summary>
    public static IReadOnlyList<Fold> Of(Workspace workspace, string path) => workspace.TryGetFile(path, out var file) ? new Finder(file.Tree).Find() : [];

    private sealed class Finder(YamlSyntaxTree tree)
    {
        private readonly SourceText text = tree.Text;
        private readonly List<Fold> folds = [];

        public IReadOnlyList<Fold> Find()
        {
            foreach (var document in tree.Documents)
            {
                if (document.Root is { } root)
                {
                    var depth = tree.Documents.Count > 1 ? Document(document, root) : 0;
                    Inside(root, depth, document.Span.End);
                }
            }

            Comments();
            return [.. folds.GroupBy(fold => fold.StartLine).Select(line => line.MaxBy(fold => fold.EndLine) ?? line.First()).OrderBy(fold => fold.StartLine)];
        }

        private int Document(YamlDocument document, YamlNode root)
        {
            var marker = text.LineOf(document.Span.Start);
            if (marker > 0 && text.LineStart(marker) == document.Span.Start)
            {
                marker--;
            }

            if (!text.Slice(text.LineSpan(marker)).StartsWith("---"))
            {
                return 0;
            }

            Add(marker, LastLine(root.FullSpan), 0);
            return 1;
        }

        private void Inside(YamlNode root, int depth, int documentEnd)
        {
            var open = new Stack<(YamlNode Node, int Depth)>([(root, depth)]);
            while (open.TryPop(out var parent))
            {
                foreach (var entry in parent.Node.Entries)
                {
                    open.Push((entry.Value, parent.Depth + Value(entry.Key.FullSpan.Start, entry.Span, entry.Value, parent, documentEnd)));
                }

                foreach (var item in parent.Node.Items)
                {
                    open.Push((item.Value, parent.Depth + Value(item.Span.Start, item.Span, item.Value, parent, documentEnd)));
                }
            }
        }

        // How much deeper what is inside lies: by one where there was something to fold.
        private int Value(int start, TextSpan span, YamlNode value, (YamlNode Node, int Depth) parent, int documentEnd)
        {
            var first = text.LineOf(start);
            var last = LastLine(span);
            if (value.IsFlow && last > first && IsFirstOfLine(value.Span.End - 1) && text.Content[value.Span.End - 1] is '}' or ']')
            {
                if (last - 1 > first)
                {
                    folds.Add(new Fold(first, last - 1, FoldKind.Block, parent.Depth) { BracketLine = last, BracketOffset = value.Span.End - 1 });
                }

                return 1;
            }

            last = value.IsFlow || parent.Node.IsFlow || last == first ? last : WithComments(last, start - text.LineStart(first), documentEnd);
            return Add(first, last, parent.Depth);
        }

        private int Add(int first, int last, int depth)
        {
            if (last <= first)
            {
                return 0;
            }

            folds.Add(new Fold(first, last, FoldKind.Block, depth));
            return 1;
        }

        // Comments below a block that stand further in than its key are about the block.
        private int WithComments(int last, int column, int documentEnd)
        {
            var result = last;
            for (var line = last + 1; line < text.LineCount && text.LineStart(line) < documentEnd; line++)
            {
                var content = text.Slice(text.LineSpan(line));
                var indent = content.Length - content.TrimStart(' ').Length;
                if (content[indent..].StartsWith('#') && indent > column)
                {
                    result = line;
                }
                else if (!content.IsWhiteSpace())
                {
                    break;
                }
            }

            return result;
        }

        private void Comments()
        {
            var (first, last, column) = (-1, -1, -1);
            foreach (var comment in tree.Comments)
            {
                if (!IsFirstOfLine(comment.Start))
                {
                    continue;
                }

                var position = text.PositionAt(comment.Start);
                if (position.Line != last + 1 || position.Character != column)
                {
                    AddComments(first, last, column);
                    (first, column) = (position.Line, position.Character);
                }

                last = position.Line;
            }

            AddComments(first, last, column);
        }

        private void AddComments(int first, int last, int column)
        {
            if (last > first)
            {
                // Most files are indented by two.
                folds.Add(new Fold(first, last, FoldKind.Comment, column / 2));
            }
        }

        private bool IsFirstOfLine(int offset) => text.Slice(new TextSpan(text.LineStart(text.LineOf(offset)), offset)).IsWhiteSpace();

        private int LastLine(TextSpan span)
        {
            var end = span.End;
            while (end > span.Start && char.IsWhiteSpace(text.Content[end - 1]))
            {
                end--;
            }

            return text.LineOf(Math.Max(span.Start, end - 1));
        }
    }
}
