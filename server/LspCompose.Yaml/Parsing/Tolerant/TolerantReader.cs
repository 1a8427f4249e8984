namespace LspCompose.Yaml.Parsing.Tolerant;

/// <summary>
/// Reads text that YamlDotNet refuses, into the tree it would have without what is wrong (the acceptance tests list what comes out of which
/// mistake). On valid text it gives YamlDotNet's tree.
/// </summary>
internal static class TolerantReader
{
    /// <summary>Reads a text; without an error of its own, it takes the one that YamlDotNet gave.</summary>
    public static ReadResult Read(string text, ChunkRole role, ReadResult refused)
    {
        var result = Read(text, role);
        return result with { Errors = result.IsValid ? refused.Errors : result.Errors, ReachedEnd = refused.ReachedEnd };
    }

    internal static ReadResult Read(string text, ChunkRole role)
    {
        var cursor = new TextCursor(text, role.BodyStart, Math.Max(role.Column, 0));
        var reader = new BlockReader(cursor);
        var root = role.IsDocument ? reader.ReadDocument() : reader.ReadEntries(role.Column);
        return new ReadResult(root, cursor.Errors);
    }
}
