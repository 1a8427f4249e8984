using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Interpolation;

/// <summary>
/// What a template becomes. The segments follow each other and cover the value; there are none where the template holds no <c>$</c> and so is its own value.
/// Problems and variables are in the order of the text. With problems the value is a best guess: what is malformed stays as it is, what is missing is empty.
/// </summary>
public sealed record TemplateResult(
    string Value,
    IReadOnlyList<TemplateSegment> Segments,
    IReadOnlyList<TemplateProblem> Problems,
    IReadOnlyList<VariableUse> Variables)
{
    /// <summary>The smallest span of the template that a span of the value comes from. An empty span gives the references that are empty there, else a place.</summary>
    public TextSpan ToSource(TextSpan valueSpan)
    {
        if (Segments.Count == 0)
        {
            return valueSpan;
        }

        var start = Math.Clamp(valueSpan.Start, 0, Value.Length);
        var end = Math.Clamp(valueSpan.End, start, Value.Length);
        return start == end ? PlaceInSource(start) : new TextSpan(SourceStart(start), SourceEnd(end));
    }

    private TextSpan PlaceInSource(int offset)
    {
        var index = FirstEndingAtOrAfter(offset);
        TextSpan? empty = null;
        for (var i = index; i < Segments.Count && Segments[i].Value.Start <= offset; i++)
        {
            if (Segments[i].Value.IsEmpty)
            {
                empty = new TextSpan(empty?.Start ?? Segments[i].Source.Start, Segments[i].Source.End);
            }
        }

        if (empty is { } span)
        {
            return span;
        }

        var segment = Segments[index];
        if (segment.Kind == TemplateSegmentKind.Literal)
        {
            return TextSpan.FromLength(segment.Source.Start + offset - segment.Value.Start, 0);
        }

        return offset == segment.Value.End ? TextSpan.FromLength(segment.Source.End, 0)
            : offset == segment.Value.Start ? TextSpan.FromLength(segment.Source.Start, 0)
            : segment.Source;
    }

    private int SourceStart(int offset)
    {
        // The segment that holds the character at the offset, not one that ends there.
        var segment = Segments[FirstEndingAtOrAfter(offset + 1)];
        return segment.Kind == TemplateSegmentKind.Literal ? segment.Source.Start + offset - segment.Value.Start : segment.Source.Start;
    }

    private int SourceEnd(int offset)
    {
        // The first that ends at or after it holds the character before it.
        var segment = Segments[FirstEndingAtOrAfter(offset)];
        return segment.Kind == TemplateSegmentKind.Literal ? segment.Source.Start + offset - segment.Value.Start : segment.Source.End;
    }

    private int FirstEndingAtOrAfter(int offset)
    {
        int low = 0, high = Segments.Count - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Segments[middle].Value.End >= offset)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
