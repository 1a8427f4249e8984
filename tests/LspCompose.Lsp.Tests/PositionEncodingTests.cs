using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Text;
using LspCompose.Yaml.Text;

namespace LspCompose.Lsp.Tests;

public sealed class PositionEncodingTests
{
    // ü: 1 UTF-16 unit, 2 bytes. 😀: 2 UTF-16 units, 4 bytes.
    private static readonly SourceText Text = SourceText.From("first\nü😀x: y\r\nlast");

    [Theory]
    [InlineData("utf-16", 4, 3)]
    [InlineData("utf-8", 7, 6)]
    [InlineData("utf-32", 3, 2)]
    public void Characters_are_counted_as_the_client_counts_them(string name, int afterX, int beforeX)
    {
        var encoding = PositionEncoding.Choose([name]);
        var x = Text.Content.IndexOf('x', StringComparison.Ordinal);

        Assert.Equal(At(1, beforeX), encoding.ToPosition(Text, x));
        Assert.Equal(At(1, afterX), encoding.ToPosition(Text, x + 1));
        Assert.Equal(x, encoding.ToOffset(Text, At(1, beforeX)));
        Assert.Equal(x + 1, encoding.ToOffset(Text, At(1, afterX)));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    [InlineData("utf-32")]
    public void Positions_beyond_the_end_count_as_the_end(string name)
    {
        var encoding = PositionEncoding.Choose([name]);

        Assert.Equal(Text.Length, encoding.ToOffset(Text, At(99, 0)));
        Assert.Equal(Text.Length, encoding.ToOffset(Text, At(2, int.MaxValue)));
        Assert.Equal(Text.Content.IndexOf('\r', StringComparison.Ordinal), encoding.ToOffset(Text, At(1, int.MaxValue)));
        Assert.Equal(0, encoding.ToOffset(Text, At(-1, 5)));
        Assert.Equal(6, encoding.ToOffset(Text, At(1, -5)));
    }

    [Fact]
    public void A_position_within_a_character_counts_as_its_start()
    {
        Assert.Equal(6, PositionEncoding.Utf8.ToOffset(Text, At(1, 1)));
        Assert.Equal(7, PositionEncoding.Utf8.ToOffset(Text, At(1, 4)));
    }

    [Fact]
    public void A_lone_surrogate_is_counted_and_not_refused()
    {
        var text = SourceText.From("\ud83dx");

        Assert.Equal(1, PositionEncoding.Utf8.ToOffset(text, PositionEncoding.Utf8.ToPosition(text, 1)));
    }

    [Fact]
    public void The_first_known_encoding_the_client_offers_is_taken()
    {
        Assert.Same(PositionEncoding.Utf8, PositionEncoding.Choose(["ebcdic", "utf-8", "utf-16"]));
        Assert.Same(PositionEncoding.Utf16, PositionEncoding.Choose(["utf-16", "utf-8"]));
        Assert.Same(PositionEncoding.Utf16, PositionEncoding.Choose([]));
        Assert.Same(PositionEncoding.Utf16, PositionEncoding.Choose(["ebcdic"]));
    }

    [Fact]
    public void A_range_whose_ends_are_swapped_is_turned_round() =>
        Assert.Equal(new TextSpan(1, 3), PositionEncoding.Utf16.ToSpan(Text, new Protocol.Range { Start = At(0, 3), End = At(0, 1) }));

    private static Position At(int line, int character) => new() { Line = line, Character = character };
}
