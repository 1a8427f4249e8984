using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Yaml.Parsing;

/// <summary>
/// Reads one document: in pieces where it can be cut into entries, as a whole otherwise. What YamlDotNet accepts as a whole comes out the same
/// either way, since a piece that fails at its very end is read again together with what follows.
/// </summary>
internal sealed class DocumentReader
{
    private readonly SourceText source;
    private readonly DocumentPart part;
    private readonly ChunkReader reader;
    private readonly List<PlacedChunk> chunks = [];
    private bool isBroken;
    private bool mustBeWhole;

    private DocumentReader(SourceText source, DocumentPart part, ChunkReader reader)
    {
        this.source = source;
        this.part = part;
        this.reader = reader;
    }

    private TextSpan Whole => new(part.Start, part.End);

    private ChunkRole WholeRole => ChunkRole.Document(part.BodyStart - part.Start);

    /// <summary>The document's root, null without content, and the chunks it is made of.</summary>
    public static (Placed? Root, IReadOnlyList<PlacedChunk> Chunks) Read(SourceText source, DocumentPart part, ChunkReader reader) =>
        new DocumentReader(source, part, reader).Read();

    private (Placed? Root, IReadOnlyList<PlacedChunk> Chunks) Read()
    {
        var spans = CanBeCut() ? EntrySplitter.Split(source, new TextSpan(part.BodyStart, part.End), minColumn: 0) : [];
        if (spans.Count > 0)
        {
            var root = ReadRoot(spans);
            if (!mustBeWhole)
            {
                return (root, chunks);
            }
        }

        var whole = reader.Get(Whole, WholeRole);
        var wholeRoot = RootOf(whole);
        var body = new TextSpan(part.BodyStart, part.End);
        if (whole.Chunk.Result.IsValid || wholeRoot is { Node: GreenMapping } || !EntrySplitter.MayStartEntries(source, body, out var column))
        {
            return (wholeRoot, [whole]);
        }

        // The first key has no colon yet, or its quote is still open: what follows is read as if it had.
        var entries = reader.Get(body, ChunkRole.Entries(column));
        return (RootOf(entries), [entries]);
    }

    /// <summary>Directives change what follows, content after <c>---</c> stands at no column, and YAML 1.1 has line breaks that are none here.</summary>
    private bool CanBeCut()
    {
        var text = source.Content;
        return source.Slice(Whole).IndexOfAny("\u0085\u2028\u2029") < 0
            && (!part.HasHead || (source.LineStart(source.LineOf(part.BodyStart)) == part.BodyStart && text.AsSpan(Trivia.Skip(text, part.Start)).StartsWith("---")));
    }

    private static Placed? RootOf(PlacedChunk chunk) =>
        chunk.Chunk.Result.Root is { } root ? root with { Start = root.Start + chunk.Start } : null;

    private Placed? ReadRoot(IReadOnlyList<TextSpan> spans)
    {
        var column = EntrySplitter.Column(source, spans[0]);
        var mapping = new MappingAssembler();
        for (var index = 0; index < spans.Count && !mustBeWhole; index++)
        {
            if (!TryReadServices(spans[index], column, mapping))
            {
                index = ReadPiece(spans, index, ChunkRole.Entries(column), mapping, after: part.End);
            }
        }

        return mapping.Build();
    }

    private bool TryReadServices(TextSpan span, int column, MappingAssembler mapping)
    {
        var body = EntrySplitter.AfterServicesLine(source, span);
        if (body < 0 || EntrySplitter.Split(source, new TextSpan(body, span.End), column + 1) is not { Count: > 0 } spans)
        {
            return false;
        }

        var header = reader.Get(new TextSpan(span.Start, body), ChunkRole.Entries(column));
        if (!header.Chunk.Result.IsValid)
        {
            return false;
        }

        chunks.Add(header);
        var services = new MappingAssembler();
        var role = ChunkRole.Entries(EntrySplitter.Column(source, spans[0]));
        for (var index = 0; index < spans.Count && !mustBeWhole; index++)
        {
            index = ReadPiece(spans, index, role, services, after: span.End);
        }

        mapping.Add(RootOf(header));
        mapping.ReplaceLastValue(services.Build());
        return true;
    }

    /// <summary>Reads the piece at an index, with as many after it as it takes to make it valid; gives the index of the last one read.</summary>
    private int ReadPiece(IReadOnlyList<TextSpan> spans, int index, ChunkRole role, MappingAssembler mapping, int after)
    {
        var chunk = reader.Get(spans[index], role);
        if (!chunk.Chunk.Result.IsValid && !isBroken)
        {
            // What follows matters only when all text before was valid, and only when the parser wanted to read on.
            var reachedEnd = chunk.Chunk.Result.ReachedEnd;
            for (var count = 2; reachedEnd && index + 1 < spans.Count; count *= 2)
            {
                var last = Math.Min(index + count, spans.Count) - 1;
                var larger = reader.GetValid(new TextSpan(spans[index].Start, spans[last].End), role, out reachedEnd);
                if (larger is { } valid)
                {
                    Take(valid, mapping);
                    return last;
                }

                if (last == spans.Count - 1)
                {
                    break;
                }
            }

            isBroken = true;
            mustBeWhole = reachedEnd && after < part.End && IsValidToTheEnd(spans[index].Start, role);
        }

        Take(chunk, mapping);
        return index;
    }

    /// <summary>True when a service that its own text does not end is valid together with everything after it, top-level entries included.</summary>
    private bool IsValidToTheEnd(int start, ChunkRole role) =>
        role.Column > 0 && EventReader.Read(string.Concat("k:\n", source.Content.AsSpan(start, part.End - start)), 0).IsValid;

    private void Take(PlacedChunk chunk, MappingAssembler mapping)
    {
        chunks.Add(chunk);
        mapping.Add(RootOf(chunk));
    }
}
