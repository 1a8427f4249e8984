namespace LspCompose.Yaml.Parsing;

/// <summary>
/// What a chunk's text is: entries of a block mapping whose keys stand at <see cref="Column"/>, or (<see cref="Column"/> -1) a whole document
/// whose body starts at <see cref="BodyStart"/>.
/// </summary>
internal readonly record struct ChunkRole(int Column, int BodyStart)
{
    public bool IsDocument => Column < 0;

    public static ChunkRole Document(int bodyStart) => new(-1, bodyStart);

    public static ChunkRole Entries(int column) => new(column, 0);
}
