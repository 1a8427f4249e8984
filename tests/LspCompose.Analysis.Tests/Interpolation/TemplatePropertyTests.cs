using CsCheck;
using LspCompose.Analysis.Interpolation;
using LspCompose.Testing;

namespace LspCompose.Analysis.Tests.Interpolation;

public sealed class TemplatePropertyTests
{
    private static readonly string[] Pieces =
        ["$", "${", "}", "{", "A", "B", "E", ":-", "-", ":+", "+", ":?", "?", "$$", " ", "\n", "é", "\uD83D", "\0", "${A:-", "${N?"];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Array[0, 24].Select(chosen => string.Concat(chosen.Select(index => Pieces[index])));

    [Fact]
    public void Segments_cover_the_value_and_literal_ones_equal_the_source() => Texts.SampleRepeatably(Check, 20_000);

    [Fact]
    public void A_long_text_takes_no_long_time()
    {
        // Shapes whose cost would be the square of their length were anything searched again from every start.
        foreach (var unit in new[] { "${A:-x}", "${", "${N", "${N:-", "${N:-{", "$", "${A:-{}", "${N:-}{", "${N:-${N:-}", "}${N:-", "${N:-\n" })
        {
            var text = string.Concat(Enumerable.Repeat(unit, 200_000 / unit.Length));
            Check(text);
            Check(text + "}");
        }
    }

    private static void Check(string text)
    {
        foreach (var mode in Enum.GetValues<TemplateMode>())
        {
            var result = Template.Substitute(text, name => name switch { "A" => "v$A", "B" => "b", "E" => "", _ => null }, mode);
            if (!text.Contains('$'))
            {
                Assert.Same(text, result.Value);
                continue;
            }

            var (value, source) = (0, 0);
            foreach (var segment in result.Segments)
            {
                var literal = segment.Kind == TemplateSegmentKind.Literal;
                if (segment.Value.Start != value || segment.Source.Start < source || segment.Source.End > text.Length
                    || (literal && !text.AsSpan(segment.Source.Start, segment.Source.Length).SequenceEqual(result.Value.AsSpan(segment.Value.Start, segment.Value.Length)))
                    || (literal && result.ToSource(segment.Value) != segment.Source))
                {
                    Assert.Fail($"{segment} is wrong in {text}");
                }

                (value, source) = (segment.Value.End, segment.Source.End);
            }

            Assert.Equal(result.Value.Length, value);
            Assert.All(result.Problems, problem => Assert.True(problem.Span.Start < problem.Span.End && problem.Span.End <= text.Length));
            Assert.All(result.Variables, use => Assert.Equal(use.Name, text[use.NameSpan.Start..use.NameSpan.End]));
        }
    }
}
