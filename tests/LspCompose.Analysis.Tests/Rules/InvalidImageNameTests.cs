namespace LspCompose.Analysis.Tests.Rules;

public class InvalidImageNameTests
{
    [Fact]
    public void The_wrong_part_is_marked() => Markers.Check(
        """
        services:
          upper:
            image: MyApp/Web:1.0
        #                ^^^ invalid-image-name lower case
          tag: {image: "nginx:1.0 alpine"}
        #                     ^^^^^^^^^^ invalid-image-name is not a tag
          digest:
            image: nginx@sha256:abc
        #                ^^^^^^^^^^ invalid-image-name is not a digest
          empty-tag: {image: 'nginx:'}
        #                     ^^^^^^ invalid-image-name is empty
          built: {image: app__x--y, build: .}
          registry: {image: "localhost:5000/a/b:c@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}
        """);

    [Theory]
    [InlineData("nginx:${TAG:-1.27}")]
    [InlineData("${REGISTRY-}nginx")]
    [InlineData("ghcr.io/owner/name:v1_2.3-x")]
    [InlineData("docker.io/library/nginx")]
    public void What_Docker_can_read_is_not(string image) => Assert.Empty(Markers.Find($"services:\r\n  web:\r\n    image: {image}\r\n"));

    [Theory]
    [InlineData("nginx:${TAG}")]
    [InlineData("${REGISTRY}/nginx:${TAG}")]
    public void A_name_with_unset_variables_is_not_judged(string image) =>
        Assert.DoesNotContain(Markers.Find($"services:\n  web: {{image: \"{image}\"}}\n"), finding => finding.Rule.Id == "invalid-image-name");

    [Fact]
    public void A_default_is_judged_where_it_stands()
    {
        const string text = "services:\n  web:\n    image: nginx:${TAG:-a b}\n";
        var finding = Assert.Single(Markers.Find(text));

        Assert.Equal("invalid-image-name", finding.Rule.Id);
        Assert.Contains("a b", text[finding.Span.Start..finding.Span.End], StringComparison.Ordinal);
    }
}
