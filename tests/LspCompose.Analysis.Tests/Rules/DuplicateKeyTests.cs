using LspCompose.Analysis.Features;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Rules;

public class DuplicateKeyTests
{
    [Fact]
    public void A_key_twice_is_found_at_every_depth() => Markers.Check(
        """
        x-a: 1
        services:
          web:
            image: x
            environment:
              A: 1
              A: 2
        #     ^ duplicate-key Key 'A' stands twice
            "image": y
        #   ^^^^^^^ duplicate-key
          db: {image: x, tty: true, tty: false}
        #                           ^^^ duplicate-key
          web: {image: z}
        # ^^^ duplicate-key
        x-a: [{b: 1, b: 2}]
        #<--- duplicate-key
        #            ^ duplicate-key
        """);

    [Fact]
    public void The_first_one_is_a_related_place()
    {
        var finding = Assert.Single(Markers.Find("services:\n  a: {image: x}\n  a: {image: y}\n"));
        Assert.Equal(new TextSpan(12, 13), Assert.Single(finding.Related).Span);
    }

    [Fact]
    public void It_is_found_at_its_new_place_after_an_edit_above()
    {
        const string text = "services:\n  a:\n    image: x\n    image: y\n";
        var before = Workspace.Empty.WithFile("f", SourceText.From(text));
        var after = before.WithFile("f", SourceText.From("# new\n" + text));
        var moved = Diagnostics.For(after, "f", TestContext.Current.CancellationToken).Findings.Single().Span;
        Assert.Equal(Diagnostics.For(before, "f", TestContext.Current.CancellationToken).Findings.Single().Span.Shift(6), moved);
    }

    [Fact]
    public void A_word_without_colon_is_not_yet_a_key() =>
        Assert.DoesNotContain(Markers.Find("services:\n  a:\n    image: x\n    image\n"), finding => finding.Rule.Id == "duplicate-key");
}
