namespace LspCompose.Yaml.Parsing;

/// <summary>A chunk and where it stands in the whole text.</summary>
internal readonly record struct PlacedChunk(Chunk Chunk, int Start)
{
    public int End => Start + Chunk.Length;
}
