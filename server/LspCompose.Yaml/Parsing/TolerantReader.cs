using LspCompose.Yaml.Syntax;

namespace LspCompose.Yaml.Parsing;

/// <summary>Reads broken text.</summary>
internal static class TolerantReader
{
    public static ReadResult Read(string text, ChunkRole role)
    {
        var result = Chunk.ReadValid(text, role);
        return role.IsDocument || result.Root is { Node: GreenMapping } ? result : result with { Root = null };
    }
}
