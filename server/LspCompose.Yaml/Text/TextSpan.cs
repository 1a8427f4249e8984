namespace LspCompose.Yaml.Text;

/// <summary>A half-open range of 0-based UTF-16 offsets in one text.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Number of UTF-16 code units covered.</summary>
    public int Length => End - Start;

    /// <summary>True when the span covers no text.</summary>
    public bool IsEmpty => End == Start;

    /// <summary>Makes a span from its start and its length, both in UTF-16 code units.</summary>
    public static TextSpan FromLength(int start, int length) => new(start, start + length);

    /// <summary>True when the offset is inside the span or right at its end (where a cursor still touches it).</summary>
    public bool Touches(int offset) => offset >= Start && offset <= End;

    /// <summary>True when the two spans share text, or one, being empty, touches the other.</summary>
    public bool Intersects(TextSpan other) => Start <= other.End && other.Start <= End;

    /// <summary>True when the other span lies within this one.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>The span moved by a number of UTF-16 code units.</summary>
    public TextSpan Shift(int delta) => new(Start + delta, End + delta);

    /// <inheritdoc/>
    public override string ToString() => $"[{Start}..{End})";
}
