namespace LspCompose.Analysis.Tests.Rules;

public class UnknownSettingTests
{
    [Fact]
    public void A_rule_that_is_not_there_is_marked_at_its_word() => Markers.Check(
        """
        services:
          web:
            image: nginx # lspcompose: ignore deprecated-link, no-such-thing
        #                                                      ^^^^^^^^^^^^^ unknown-setting There is no rule 'no-such-thing'.
          db:
            image: postgres
            # lspcompose: ignore circular-lnik
        #                        ^^^^^^^^^^^^^ unknown-setting Did you mean 'circular-link'?
            restart: always
        """);

    [Fact]
    public void A_whole_file_may_be_meant() => Markers.Check(
        """
        # lspcompose: ignore-file obsolete-versoin
        #                         ^^^^^^^^^^^^^^^^ unknown-setting
        services: {}
        """);

    [Theory]
    [InlineData("# lspcompose: ingore obsolete-version")]
    [InlineData("# lspcompose: ignore")]
    [InlineData("# lspcompose:")]
    [InlineData("# lspcompose: ignore Obsolete-Version")]
    public void A_comment_without_effect_is_found(string comment)
    {
        var finding = Assert.Single(Markers.Find($"services:\n  {comment}\n  web: {{image: nginx}}\n"));

        Assert.Equal(("unknown-setting", 12, comment.Length), (finding.Rule.Id, finding.Span.Start, finding.Span.Length));
    }

    [Theory]
    [InlineData("# lspcompose: ignore obsolete-version")]
    [InlineData("# lspcompose: ignore-file")]
    [InlineData("#lspcompose: ignore-file unknown-setting no-such-thing")]
    [InlineData("# see lspcompose: it is explained there")]
    [InlineData("# lspcompose is great")]
    public void Other_comments_are_not(string comment) => Assert.Empty(Markers.Find($"services:\n  {comment}\n  web: {{image: nginx}}\n"));
}
