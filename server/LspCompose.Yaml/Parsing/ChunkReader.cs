using LspCompose.Yaml.Text;

namespace LspCompose.Yaml.Parsing;

/// <summary>Reads chunks of a text, or takes them from the tree before when they stand outside what changed.</summary>
internal sealed class ChunkReader
{
    private readonly string text;
    private readonly IReadOnlyList<PlacedChunk> old;
    private readonly int oldLength;
    private readonly int prefix;
    private readonly int suffix;

    private ChunkReader(string text, IReadOnlyList<PlacedChunk> old, int oldLength, int prefix, int suffix)
    {
        this.text = text;
        this.old = old;
        this.oldLength = oldLength;
        this.prefix = prefix;
        this.suffix = suffix;
    }

    /// <summary>Number of chunks that were read, not taken.</summary>
    public int ReadCount { get; private set; }

    public static ChunkReader New(string text) => new(text, [], 0, 0, 0);

    /// <summary>A reader that takes from the chunks of an old text what is the same in the new one.</summary>
    public static ChunkReader After(string oldText, IReadOnlyList<PlacedChunk> old, string text)
    {
        var prefix = oldText.AsSpan().CommonPrefixLength(text);
        var suffix = CommonSuffixLength(oldText.AsSpan(prefix), text.AsSpan(prefix));
        return new ChunkReader(text, old, oldText.Length, prefix, suffix);
    }

    /// <summary>The chunk of a span, from the tree before or read now.</summary>
    public PlacedChunk Get(TextSpan span, ChunkRole role)
    {
        if (Find(span, role) is { } same)
        {
            return new PlacedChunk(same, span.Start);
        }

        ReadCount++;
        return new PlacedChunk(Chunk.Read(text.Substring(span.Start, span.Length), role), span.Start);
    }

    /// <summary>
    /// The chunk of a span if YamlDotNet accepts its text, otherwise null; <paramref name="reachedEnd"/> tells whether the parser met the span's end.
    /// </summary>
    public PlacedChunk? GetValid(TextSpan span, ChunkRole role, out bool reachedEnd)
    {
        if (Find(span, role) is { } same)
        {
            reachedEnd = same.Result.ReachedEnd;
            return same.Result.IsValid ? new PlacedChunk(same, span.Start) : null;
        }

        var slice = text.Substring(span.Start, span.Length);
        var result = Chunk.ReadValid(slice, role);
        reachedEnd = result.ReachedEnd;
        if (!result.IsValid)
        {
            return null;
        }

        ReadCount++;
        return new PlacedChunk(Chunk.From(slice, role, result), span.Start);
    }

    private Chunk? Find(TextSpan span, ChunkRole role)
    {
        var shift = 0;
        if (span.End > prefix)
        {
            if (span.Start < text.Length - suffix)
            {
                return null;
            }

            shift = oldLength - text.Length;
        }

        var (low, high) = (0, old.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = old[middle].Start < span.Start + shift ? (middle + 1, high) : (low, middle);
        }

        return low < old.Count && old[low].Start == span.Start + shift && old[low].Chunk.Length == span.Length && old[low].Chunk.Role == role
            ? old[low].Chunk
            : null;
    }

    private static int CommonSuffixLength(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var length = Math.Min(left.Length, right.Length);
        left = left[^length..];
        right = right[^length..];
        // Blocks are compared at once, which is many times faster than characters.
        const int block = 4096;
        var same = 0;
        while (same + block <= length && left.Slice(length - same - block, block).SequenceEqual(right.Slice(length - same - block, block)))
        {
            same += block;
        }

        while (same < length && left[length - same - 1] == right[length - same - 1])
        {
            same++;
        }

        return same;
    }
}
