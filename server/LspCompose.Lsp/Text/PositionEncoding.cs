using System.Text;
using LspCompose.Yaml.Text;

namespace LspCompose.Lsp.Text;

/// <summary>
/// How the client counts characters within a line (LSP PositionEncodingKind). The analysis counts UTF-16 code units. Positions beyond the end of a
/// line or of the text count as its end.
/// </summary>
internal sealed class PositionEncoding
{
    private readonly Func<Rune, int> width;

    private PositionEncoding(string name, Func<Rune, int> width)
    {
        Name = name;
        this.width = width;
    }

    /// <summary>UTF-16 code units: what every client must support.</summary>
    public static PositionEncoding Utf16 { get; } = new("utf-16", rune => rune.Utf16SequenceLength);

    /// <summary>UTF-8 bytes.</summary>
    public static PositionEncoding Utf8 { get; } = new("utf-8", rune => rune.Utf8SequenceLength);

    /// <summary>Code points.</summary>
    public static PositionEncoding Utf32 { get; } = new("utf-32", _ => 1);

    /// <summary>The name in the protocol.</summary>
    public string Name { get; }

    /// <summary>The client's most wanted encoding; UTF-16 when it names none we know.</summary>
    public static PositionEncoding Choose(IEnumerable<string> offered)
    {
        PositionEncoding[] known = [Utf16, Utf8, Utf32];
        return offered.Select(name => known.FirstOrDefault(e => e.Name == name)).FirstOrDefault(e => e is not null) ?? Utf16;
    }

    /// <summary>The client's position of a 0-based UTF-16 offset.</summary>
    public Protocol.Position ToPosition(SourceText text, int offset)
    {
        var position = text.PositionAt(offset);
        if (this == Utf16)
        {
            return new Protocol.Position { Line = position.Line, Character = position.Character };
        }

        var character = 0;
        foreach (var rune in text.Slice(TextSpan.FromLength(text.LineStart(position.Line), position.Character)).EnumerateRunes())
        {
            character += width(rune);
        }

        return new Protocol.Position { Line = position.Line, Character = character };
    }

    /// <summary>The client's range of a span.</summary>
    public Protocol.Range ToRange(SourceText text, TextSpan span) => new() { Start = ToPosition(text, span.Start), End = ToPosition(text, span.End) };

    /// <summary>The length of a span in the client's units. A line break counts as its characters.</summary>
    public int ToLength(SourceText text, TextSpan span)
    {
        if (this == Utf16)
        {
            return span.Length;
        }

        var length = 0;
        foreach (var rune in text.Slice(span).EnumerateRunes())
        {
            length += width(rune);
        }

        return length;
    }

    /// <summary>The 0-based UTF-16 offset of a client's position; a position within a character counts as its start.</summary>
    public int ToOffset(SourceText text, Protocol.Position position)
    {
        if (this == Utf16 || position.Line < 0 || position.Line >= text.LineCount)
        {
            return text.OffsetAt(new LinePosition(position.Line, position.Character));
        }

        var line = text.LineSpan(position.Line);
        var offset = line.Start;
        var character = 0;
        foreach (var rune in text.Slice(line).EnumerateRunes())
        {
            character += width(rune);
            if (character > position.Character)
            {
                break;
            }

            offset += rune.Utf16SequenceLength;
        }

        return offset;
    }

    /// <summary>The span of a client's range, whichever way round it is.</summary>
    public TextSpan ToSpan(SourceText text, Protocol.Range range)
    {
        var start = ToOffset(text, range.Start);
        var end = ToOffset(text, range.End);
        return new TextSpan(Math.Min(start, end), Math.Max(start, end));
    }
}
