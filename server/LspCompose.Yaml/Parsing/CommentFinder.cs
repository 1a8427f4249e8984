using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Yaml.Parsing;

/// <summary>Finds the comments of a text that was read: every <c>#</c> after a space, outside scalars.</summary>
internal sealed class CommentFinder
{
    private readonly string text;
    private readonly List<TextSpan> comments = [];
    private int position;

    private CommentFinder(string text, int start)
    {
        this.text = text;
        position = start;
    }

    /// <summary>The comments of a range whose nodes are given, in the text's coordinates.</summary>
    public static IReadOnlyList<TextSpan> Find(string text, TextSpan range, Placed? root)
    {
        if (text.AsSpan(range.Start, range.Length).IndexOf('#') < 0)
        {
            return [];
        }

        var finder = new CommentFinder(text, range.Start);
        if (root is { } node)
        {
            finder.Visit(node.Node, node.Start);
        }

        finder.ScanTo(range.End);
        return finder.comments;
    }

    private void Visit(GreenNode node, int origin)
    {
        switch (node)
        {
            case GreenMapping mapping:
                foreach (ref readonly var entry in mapping.Entries.AsSpan())
                {
                    Visit(entry.Key, origin + entry.KeyOffset);
                    Visit(entry.Value, origin + entry.ValueOffset);
                }

                break;
            case GreenSequence sequence:
                foreach (ref readonly var item in sequence.Items.AsSpan())
                {
                    Visit(item.Value, origin + item.ValueOffset);
                }

                break;
            case GreenScalar { Style: ScalarStyle.Literal or ScalarStyle.Folded }:
                var header = origin + node.ContentOffset;
                var end = origin + node.Width;
                ScanTo(Math.Max(header, Math.Min(end, Trivia.EndOfLine(text, header))));
                position = Math.Max(position, end);
                break;
            default:
                ScanTo(origin + node.ContentOffset);
                position = Math.Max(position, origin + node.Width);
                break;
        }
    }

    private void ScanTo(int end)
    {
        while (position < end)
        {
            var next = text.AsSpan(position, end - position).IndexOf('#');
            if (next < 0)
            {
                break;
            }

            position += next;
            if (position == 0 || Trivia.IsSpace(text[position - 1]) || text[position - 1] == '\uFEFF')
            {
                var stop = Trivia.EndOfLine(text, position);
                comments.Add(new TextSpan(position, stop));
                position = stop;
            }
            else
            {
                position++;
            }
        }

        position = Math.Max(position, end);
    }
}
