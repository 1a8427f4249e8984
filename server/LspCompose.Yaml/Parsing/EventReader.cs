using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlScalarStyle = YamlDotNet.Core.ScalarStyle;

namespace LspCompose.Yaml.Parsing;

/// <summary>
/// Reads one document by YamlDotNet's parser, which decides what is valid and what a scalar means. Its marks are exact for plain scalars only,
/// so every other place is found again in the text between them.
/// </summary>
internal sealed class EventReader
{
    private readonly string text;
    private readonly Stack<Frame> frames = new();
    private Placed? root;
    private int position;

    private EventReader(string text, int start)
    {
        this.text = text;
        position = start;
    }

    /// <summary>Reads a text of one document; its body starts after directives and <c>---</c>, if there are any.</summary>
    public static ReadResult Read(string text, int bodyStart)
    {
        // YamlDotNet takes NUL for the end of its input.
        if (text.IndexOf('\0', StringComparison.Ordinal) is var nul and >= 0)
        {
            return new ReadResult(null, [new YamlError(new TextSpan(nul, nul + 1), "A NUL character can't stand in YAML. Remove it.")]);
        }

        var reader = new EventReader(text, bodyStart);
        using var input = new EndNotingReader(text);
        var error = reader.ReadEvents(input);
        while (reader.frames.Count > 0)
        {
            reader.Close();
        }

        return new ReadResult(reader.root, error is null ? [] : [error]) { ReachedEnd = input.ReachedEnd };
    }

    private YamlError? ReadEvents(EndNotingReader input)
    {
        var mark = 0;
        try
        {
            var parser = new Parser(input);
            var ended = false;
            while (parser.MoveNext())
            {
                if (parser.Current is not { } current)
                {
                    continue;
                }

                mark = Clamp(current.End.Index);
                if (ended && current is not StreamEnd)
                {
                    return ErrorAt(Clamp(current.Start.Index), "Expected the end of the document");
                }

                ended |= current is DocumentEnd;
                if (!Take(current))
                {
                    return ErrorAt(position, frames.Count > Trivia.MaxDepth ? $"Nested deeper than {Trivia.MaxDepth} levels" : "Expected ':' after a key");
                }
            }

            return null;
        }
        catch (YamlException exception)
        {
            var at = exception.Start.Index > 0 ? Clamp(exception.Start.Index) : mark;
            return ErrorAt(at, exception.Message);
        }
#pragma warning disable CA1031 // The parser throws whatever it likes on broken text (InvalidOperationException for an open bracket): all of it means "not valid".
        catch (Exception)
#pragma warning restore CA1031
        {
            return ErrorAt(mark, "Invalid YAML");
        }
    }

    private int Clamp(long index) => (int)Math.Clamp(index, 0, text.Length);

    private static YamlError ErrorAt(int offset, string message) => new(new TextSpan(offset, offset), message);

    /// <summary>Takes an event; false when the tree would be too deep or an entry has no value.</summary>
    private bool Take(ParsingEvent current)
    {
        switch (current)
        {
            case Scalar scalar:
                Add(ReadScalar(scalar));
                return true;
            case AnchorAlias alias:
                Add(ReadAlias(alias));
                return true;
            case MappingStart mapping:
                Open(mapping, mapping.Style == MappingStyle.Flow ? CollectionForm.Flow : CollectionForm.Block, new Frame { Entries = [] });
                return frames.Count <= Trivia.MaxDepth;
            case SequenceStart sequence:
                Open(sequence, sequence.Style == SequenceStyle.Flow ? CollectionForm.Flow : CollectionForm.Block, new Frame { Items = [] });
                return frames.Count <= Trivia.MaxDepth;
            case MappingEnd or SequenceEnd:
                // Where a key should be, YamlDotNet takes an alias for a whole entry.
                var isComplete = frames.Peek().PendingKey is null;
                EndBracket();
                Close();
                return isComplete;
            default:
                return true;
        }
    }

    private void Open(NodeEvent node, CollectionForm form, Frame frame)
    {
        var start = NextNode(isMissing: false, hasProperties: !node.Anchor.IsEmpty || !node.Tag.IsEmpty);
        // A node of its own never starts at the text's start inside a flow sequence: YamlDotNet gives a single pair no mark.
        var isPair = form == CollectionForm.Flow && frame.Entries is not null
            && frames.TryPeek(out var parent) && parent is { Items: not null, Form: CollectionForm.Flow }
            && node.Start.Index == 0;
        frame.Properties = ReadProperties(node, start);
        frame.Start = frame.Properties.IsEmpty ? start : Trivia.Skip(text, frame.Properties.End);
        frame.Form = form;
        frame.IsBracketed = form == CollectionForm.Flow && !isPair;
        position = frame.Start + (frame.IsBracketed ? 1 : 0);
        frame.End = position;
        frames.Push(frame);
    }

    private void EndBracket()
    {
        if (!frames.Peek().IsBracketed)
        {
            return;
        }

        var end = Trivia.Skip(text, position);
        if (At(end) == ',')
        {
            end = Trivia.Skip(text, end + 1);
        }

        position = At(end) is ']' or '}' ? end + 1 : position;
        frames.Peek().End = position;
    }

    private void Close()
    {
        var frame = frames.Pop();
        if (frame.PendingKey is { } key)
        {
            frame.Entries?.Add(new PlacedEntry(key, -1, Green.Missing(key.End)));
        }

        Add(frame.Entries is not null
            ? Green.Mapping(frame.Properties, frame.Start, frame.End, frame.Entries, frame.Form)
            : Green.Sequence(frame.Properties, frame.Start, frame.End, frame.Items ?? [], frame.Form));
    }

    private Placed ReadScalar(Scalar scalar)
    {
        var hasProperties = !scalar.Anchor.IsEmpty || !scalar.Tag.IsEmpty;
        if (scalar.Style is YamlScalarStyle.Plain or YamlScalarStyle.Any && scalar.Value.Length == 0)
        {
            return Green.Missing(ReadProperties(scalar, NextNode(isMissing: true, hasProperties)));
        }

        var properties = ReadProperties(scalar, NextNode(isMissing: false, hasProperties));
        var start = properties.IsEmpty ? properties.Start : Trivia.Skip(text, properties.End);
        var (style, end) = scalar.Style switch
        {
            YamlScalarStyle.SingleQuoted => (Syntax.ScalarStyle.SingleQuoted, EndOfQuoted(Quoted.EndOfSingle(text, start, text.Length))),
            YamlScalarStyle.DoubleQuoted => (Syntax.ScalarStyle.DoubleQuoted, EndOfQuoted(Quoted.EndOfDouble(text, start, text.Length))),
            YamlScalarStyle.Literal => (Syntax.ScalarStyle.Literal, EndOfBlock(start, scalar)),
            YamlScalarStyle.Folded => (Syntax.ScalarStyle.Folded, EndOfBlock(start, scalar)),
            _ => (Syntax.ScalarStyle.Plain, Trivia.TrimEnd(text, start, Math.Max(start, Clamp(scalar.End.Index)))),
        };
        return Green.Scalar(properties, start, end, scalar.Value, style);
    }

    private int EndOfQuoted(int end) => end < 0 ? text.Length : end;

    /// <summary>A block scalar without text ends after its indicators, even when a comment follows them.</summary>
    private int EndOfBlock(int start, Scalar scalar)
    {
        var header = start + 1;
        while (At(header) is '+' or '-' or (>= '0' and <= '9'))
        {
            header++;
        }

        var end = Trivia.TrimEnd(text, header, Math.Max(header, Clamp(scalar.End.Index)));
        return end <= Trivia.EndOfLine(text, header) ? header : end;
    }

    private Placed ReadAlias(AnchorAlias alias)
    {
        var start = NextNode(isMissing: false, hasProperties: false);
        return Green.Alias(NodeProperties.None(start), start, Math.Min(start + 1 + alias.Value.Value.Length, text.Length), alias.Value.Value);
    }

    private NodeProperties ReadProperties(NodeEvent node, int start) =>
        node.Anchor.IsEmpty && node.Tag.IsEmpty && !(node is Scalar && At(start) == '!')
            ? NodeProperties.None(start)
            : Trivia.ReadProperties(text, start, node is Scalar ? 2 : (node.Anchor.IsEmpty ? 0 : 1) + (node.Tag.IsEmpty ? 0 : 1));

    private char At(int offset) => offset < text.Length ? text[offset] : '\0';

    private bool IsIndicator(char indicator, int offset) => At(offset) == indicator && Trivia.IsSpaceAt(text, offset + 1);

    /// <summary>Goes over the separators in front of the next node to the node's start; a missing node starts right after the last separator.</summary>
    private int NextNode(bool isMissing, bool hasProperties)
    {
        isMissing &= !hasProperties;
        if (!frames.TryPeek(out var frame))
        {
            return isMissing ? position : position = Trivia.Skip(text, position);
        }

        var next = Trivia.Skip(text, position);
        if (frame.Form == CollectionForm.Flow && frame.PendingKey is null && At(next) == ',')
        {
            position = next + 1;
            next = Trivia.Skip(text, position);
        }

        if (frame.Items is not null)
        {
            frame.Separator = frame.Form == CollectionForm.Block && At(next) == '-' ? next : -1;
            position = frame.Separator < 0 ? position : next + 1;
        }
        else if (frame.PendingKey is null)
        {
            var isExplicit = IsIndicator('?', next);
            position = isExplicit ? next + 1 : isMissing ? next : position;
        }
        else
        {
            frame.Separator = At(next) == ':' ? next : -1;
            position = frame.Separator < 0 ? position : next + 1;
        }

        return isMissing ? position : position = Trivia.Skip(text, position);
    }

    private void Add(Placed node)
    {
        position = Math.Max(position, node.End);
        if (!frames.TryPeek(out var frame))
        {
            root ??= node;
        }
        else if (frame.Items is not null)
        {
            frame.Items.Add(new PlacedItem(frame.Separator, node));
            frame.End = frame.Items[^1].End;
        }
        else if (frame.PendingKey is not { } key)
        {
            frame.PendingKey = node;
            frame.End = Math.Max(frame.End, node.End);
        }
        else
        {
            var entry = new PlacedEntry(key, frame.Separator, node);
            frame.Entries?.Add(entry);
            frame.PendingKey = null;
            frame.End = entry.End;
        }
    }

    /// <summary>A collection whose end is not read yet.</summary>
    private sealed class Frame
    {
        public List<PlacedEntry>? Entries { get; init; }

        public List<PlacedItem>? Items { get; init; }

        public NodeProperties Properties { get; set; }

        public CollectionForm Form { get; set; }

        /// <summary>False for a pair like <c>[a: b]</c>, a flow mapping without brackets.</summary>
        public bool IsBracketed { get; set; }

        public int Start { get; set; }

        public int End { get; set; }

        public Placed? PendingKey { get; set; }

        /// <summary>Offset of the colon or dash in front of the node being read, -1 when there is none.</summary>
        public int Separator { get; set; } = -1;
    }
}
