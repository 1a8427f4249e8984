using LspCompose.Yaml.Parsing;
using LspCompose.Yaml.Text;

namespace LspCompose.Yaml.Syntax;

/// <summary>
/// A text parsed as YAML: always a tree, whatever the text, with the errors found. Immutable; entries whose text did not change are shared
/// with the tree it was made from.
/// </summary>
public sealed class YamlSyntaxTree
{
    private readonly Lazy<IReadOnlyList<TextSpan>> comments;
    private readonly List<PlacedChunk> chunks;

    private YamlSyntaxTree(SourceText text, List<PlacedChunk> chunks)
    {
        Text = text;
        this.chunks = chunks;
        comments = new(FindComments);
    }

    /// <summary>The text the tree was made from.</summary>
    public SourceText Text { get; }

    /// <summary>The documents in the order of the text.</summary>
    public IReadOnlyList<YamlDocument> Documents { get; private init; } = [];

    /// <summary>The syntax errors, ordered by place, at most one a line.</summary>
    public IReadOnlyList<YamlError> Errors { get; private init; } = [];

    /// <summary>The comments, each from its <c>#</c> to the end of its line, ordered by place.</summary>
    public IReadOnlyList<TextSpan> Comments => comments.Value;

    /// <summary>Number of entries this parse could not take from the tree before (all of them for a first parse).</summary>
    public int ParsedEntries { get; private init; }

    /// <summary>Parses a text. Never throws on any text; time is linear in its length.</summary>
    public static YamlSyntaxTree Parse(SourceText text) => Parse(text, ChunkReader.New(text.Content));

    /// <summary>Parses a changed text, taking from this tree the entries whose text is the same. The result is node for node that of <see cref="Parse(SourceText)"/>.</summary>
    public YamlSyntaxTree WithText(SourceText text) =>
        ReferenceEquals(text, Text) ? this : Parse(text, ChunkReader.After(Text.Content, chunks, text.Content));

    /// <summary>
    /// The way from the document's root to the innermost node that touches the offset: an entry or item a step, outermost first.
    /// Empty outside all entries and items; the last step's node may end before the offset or start after it (between a key and its value).
    /// </summary>
    public IReadOnlyList<YamlPathStep> PathTo(int offset)
    {
        foreach (var document in Documents)
        {
            if (document.Span.Touches(offset) && document.Root is { } root && YamlPath.Find(root, offset) is { Count: > 0 } path)
            {
                return path;
            }
        }

        return [];
    }

    private static YamlSyntaxTree Parse(SourceText text, ChunkReader reader)
    {
        var (parts, markerErrors) = DocumentSplitter.Split(text);
        var documents = new List<YamlDocument>(parts.Count);
        var errors = new List<YamlError>(markerErrors);
        var chunks = new List<PlacedChunk>();
        foreach (var part in parts)
        {
            var (root, read) = DocumentReader.Read(text, part, reader);
            chunks.AddRange(read);
            YamlNode? node = root is { } placed ? new YamlNode(placed.Node, placed.Start) : null;
            documents.Add(new YamlDocument(new TextSpan(part.BodyStart, part.End), node is { IsMissing: true, Tag: null, Anchor: null } ? null : node));
            foreach (var (chunk, start) in read)
            {
                errors.AddRange(chunk.Result.Errors.Select(error => error.Shift(start)));
            }
        }

        return new(text, chunks) { Documents = documents, Errors = ErrorFilter.Apply(text, errors), ParsedEntries = reader.ReadCount };
    }

    private List<TextSpan> FindComments()
    {
        var result = new List<TextSpan>();
        var position = 0;
        foreach (var (chunk, start) in chunks)
        {
            result.AddRange(CommentFinder.Find(Text.Content, new TextSpan(position, start), null));
            foreach (var comment in chunk.Comments)
            {
                result.Add(comment.Shift(start));
            }

            position = start + chunk.Length;
        }

        result.AddRange(CommentFinder.Find(Text.Content, new TextSpan(position, Text.Length), null));
        return result;
    }
}
