namespace LspCompose.Analysis.Tests.Rules;

public class UnusedAnchorTests
{
    [Fact]
    public void An_anchor_without_an_alias_is_marked() => Markers.Check(
        """
        x-base: &base
        #       ^^^^^ unused-anchor No alias '*base' refers to this anchor.
          restart: always
        x-env: &env {A: b}
        services:
          web: &web !!map
        #      ^^^^ unused-anchor
            image: &image nginx
        #          ^^^^^^ unused-anchor
            environment: *env
          db:
            image: &image postgres
          copy:
            image: *image
        """);

    [Theory]
    [InlineData("x-a: &a {b: c}\nservices:\n  web:\n    <<: [*a]\n    image: x\n")]
    [InlineData("x-a: &a [b, *a]\nservices:\n  web: {image: x}\n")]
    [InlineData("services:\n  web: {image: 'x & &y', command: echo &z}\n")]
    public void Others_are_not(string text) => Assert.DoesNotContain(Markers.Find(text), finding => finding.Rule.Id == "unused-anchor");

    [Theory]
    [InlineData("services:\r\n  web: &web\r\n    image: x\r\n", "services:\r\n  web:\r\n    image: x\r\n")]
    [InlineData("services:\n  web: &web # the site\n    image: x\n", "services:\n  web: # the site\n    image: x\n")]
    [InlineData("services:\n  web: &web {image: x}\n", "services:\n  web: {image: x}\n")]
    [InlineData("services:\n  web: {image: x, command: [&a b]}\n", "services:\n  web: {image: x, command: [b]}\n")]
    [InlineData("services:\n  web: {image: x, command: [b]}\nx-a: &a", "services:\n  web: {image: x, command: [b]}\nx-a:")]
    public void The_fix_removes_the_anchor_alone(string text, string expected) =>
        Assert.Equal(expected, Edits.Apply(text, Assert.Single(Assert.Single(Markers.Find(text)).Fixes)));
}
