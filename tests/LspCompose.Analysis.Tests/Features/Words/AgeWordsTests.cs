using LspCompose.Analysis.Features.Words;

namespace LspCompose.Analysis.Tests.Features.Words;

public class AgeWordsTests
{
    [Theory]
    [InlineData(-5, "less than a second")]
    [InlineData(0.5, "less than a second")]
    [InlineData(1, "1 second")]
    [InlineData(59, "59 seconds")]
    [InlineData(60, "1 minute")]
    [InlineData(3_599, "59 minutes")]
    [InlineData(3_600, "1 hour")]
    [InlineData(47 * 3_600, "47 hours")]
    [InlineData(48 * 3_600, "2 days")]
    [InlineData(13 * 86_400, "13 days")]
    [InlineData(14 * 86_400, "2 weeks")]
    [InlineData(59 * 86_400, "8 weeks")]
    [InlineData(60 * 86_400, "2 months")]
    [InlineData(730 * 86_400, "2 years")]
    public void A_span_is_told_in_one_unit(double seconds, string words) => Assert.Equal(words, AgeWords.Span(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(1, "1 byte")]
    [InlineData(999, "999 bytes")]
    [InlineData(1_980_000, "1.98 MB")]
    [InlineData(49_240_000, "49.2 MB")]
    [InlineData(999_960_000, "1000 MB")]
    [InlineData(1_234_000_000, "1.23 GB")]
    public void A_size_is_told_as_Docker_does(long bytes, string words) => Assert.Equal(words, AmountWords.Size(bytes));

    [Theory]
    [InlineData("a", "`a`")]
    [InlineData("a`b", "`` a`b ``")]
    [InlineData("``", "``` `` ```")]
    [InlineData("a\nb\u001bc", "`a⏎b c`")]
    [InlineData(" ", "*(empty)*")]
    public void Nothing_leads_out_of_code(string text, string markdown) => Assert.Equal(markdown, Code.Of(text));
}
