namespace LspCompose.Yaml.Parsing;

/// <summary>Reads a string and notes whether its end was met: a parser that failed before it would fail the same whatever followed.</summary>
internal sealed class EndNotingReader(string text) : TextReader
{
    private int position;

    public bool ReachedEnd { get; private set; }

    public override int Peek()
    {
        ReachedEnd |= position >= text.Length;
        return position < text.Length ? text[position] : -1;
    }

    public override int Read()
    {
        var next = Peek();
        position += next < 0 ? 0 : 1;
        return next;
    }
}
