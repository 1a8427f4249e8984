using LspCompose.Analysis.Features;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Rules;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Features;

public class DiagnosticsTests
{
    [Fact]
    public void A_rule_that_throws_is_named_and_the_others_go_on()
    {
        var workspace = Workspace.Empty.WithFile("f", SourceText.From(Samples.Read("one-way-services.yml")));
        var result = Diagnostics.Run([new BrokenRule(), .. RuleCatalogue.All], workspace, "f", TestContext.Current.CancellationToken);
        Assert.Equal("broken-rule", Assert.Single(result.Failures).RuleId);
        Assert.Equal("deprecated-link", Assert.Single(result.Findings).Rule.Id);
    }

    [Fact]
    public void Settings_change_severities_and_switch_rules_off()
    {
        var settings = new AnalysisSettings { Rules = new Dictionary<string, Severity?> { ["deprecated-link"] = null, ["circular-link"] = Severity.Hint } };
        var workspace = Workspace.Empty.WithSettings(settings).WithFile("f", SourceText.From(Samples.Read("circular-services.yml")));
        var finding = Assert.Single(Diagnostics.For(workspace, "f", TestContext.Current.CancellationToken).Findings);
        Assert.Equal(("circular-link", Severity.Hint), (finding.Rule.Id, finding.Severity));
    }

    [Fact]
    public void A_comment_ignores_a_rule_on_its_line_on_the_next_or_in_the_file()
    {
        const string services = "services:\n  a:\n    image: x\n    links:\n      - b # lspcompose: ignore deprecated-link\n      # lspcompose: ignore deprecated-link, undefined-service\n      - c\n      - b\n  b: {image: x}\n";
        Assert.Equal("deprecated-link", Assert.Single(Markers.Find(services)).Rule.Id);
        Assert.Empty(Markers.Find("# lspcompose: ignore-file deprecated-link\n" + services));
        Assert.Empty(Markers.Find("# lspcompose: ignore-file\n" + services));
        Assert.Single(Markers.Find("# lspcompose: ignore-file obsolete-version\n" + services));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n# only a comment\n")]
    [InlineData("---\n")]
    [InlineData("- a\n- b\n")]
    [InlineData("hello")]
    [InlineData("\0\u0001\u0002")]
    public void What_is_no_Compose_file_at_all_is_one_finding(string text) => Assert.Equal("syntax-error", Assert.Single(Markers.Find(text)).Rule.Id);

    [Theory]
    [InlineData("[*{0}, *{0}, *{0}, *{0}, *{0}, *{0}, *{0}, *{0}, *{0}]", "&{1} {{k: {0}}}")]
    [InlineData("[*{0}, *{0}, *{0}, *{0}, *{0}, *{0}, *{0}, *{0}, *{0}]", "&{1} {{<<: {0}}}")]
    public void Aliases_of_aliases_of_aliases_are_not_followed_one_by_one(string list, string value)
    {
        var text = new System.Text.StringBuilder("x-a0: &a0 {k: v}\n");
        for (var level = 1; level < 40; level++)
        {
            var aliases = string.Format(System.Globalization.CultureInfo.InvariantCulture, list, $"a{level - 1}");
            text.Append($"x-a{level}: ").Append(string.Format(System.Globalization.CultureInfo.InvariantCulture, value, aliases, $"a{level}")).Append('\n');
        }

        text.Append("services:\n  web:\n    <<: *a39\n    image: x\n    links: [db]\n  db:\n    <<: *a39\n    image: y\n");
        var findings = Markers.Find(text.ToString());
        Assert.All(findings.Where(finding => finding.Rule.Id != "deprecated-link"), finding => Assert.Contains("more than 100,000 values", finding.Message, StringComparison.Ordinal));
        Assert.NotEmpty(Assert.Single(findings, finding => finding.Rule.Id == "deprecated-link").Fixes);
    }

    [Fact]
    public void Findings_of_untouched_services_stay_while_one_is_broken()
    {
        const string good = "services:\n  web:\n    image: x\n    links:\n      - db\n  db:\n    image: y\n  other:\n    image: z\n";
        var links = Markers.Find(good).Where(finding => finding.Rule.Id == "deprecated-link").Select(finding => finding.Span);
        foreach (var broken in (string[])["    po\n", "    ports: [\n", "    image: \"x\n", "    image: a: b\n", "\tports:\n", "    - x\n"])
        {
            var found = Markers.Find(good + broken);
            Assert.Contains(found, finding => finding.Rule.Id == "syntax-error");
            Assert.Equal(links, found.Where(finding => finding.Rule.Id == "deprecated-link").Select(finding => finding.Span));
        }
    }

    [Theory]
    [InlineData("fpm: x\n  build: .\n  links:\n    - nginx\nnginx:\n  build: .\n  links:\n    - fpm\n")]
    [InlineData("services\n  fpm:\n    image: x\n  nginx:\n    image: y\n    links:\n      - fpm\n")]
    [InlineData("\"net\nservices:\n  fpm:\n    image: x\n  nginx:\n    image: y\n    links:\n      - fpm\n")]
    [InlineData("services:\n  fpm:\n    image: x\nw\n  nginx:\n    image: y\n    links:\n      - fpm\n")]
    [InlineData("services:\n    fpm:\n        image: x\n  foo\n    nginx:\n        image: y\n        links:\n            - fpm\n")]
    public void A_word_typed_at_the_root_or_on_a_services_line_hides_no_other_service(string text)
    {
        var findings = Markers.Find(text);
        Assert.Contains(findings, finding => finding.Rule.Id == "syntax-error");
        Assert.Single(findings, finding => finding.Rule.Id == "deprecated-link");
        Assert.DoesNotContain(findings, finding => finding.Rule.Id == "undefined-service");
    }

    [Theory]
    [InlineData("services:\n  fpm:\n    image: x\n    links:\n      -\n")]
    [InlineData("fpm:\n  build: .\n  links:\n    -")]
    public void An_item_still_empty_is_no_link(string text) =>
        Assert.DoesNotContain(Markers.Find(text), finding => finding.Rule.Id is "deprecated-link" or "undefined-service");

    [Fact]
    public void An_empty_services_key_above_root_services_is_still_the_first_format() =>
        Assert.Contains(Markers.Find("services:\nfpm:\n  image: x\n  links: [nginx]\nnginx:\n  image: y\n"), finding => finding.Rule.Id == "legacy-file-format");

    private sealed class BrokenRule : Rule
    {
        public override string Id => "broken-rule";

        public override RuleCategory Category => RuleCategory.Syntax;

        public override Severity DefaultSeverity => Severity.Error;

        public override string Title => "";

        public override string Explanation => "";

        public override string BadExample => "";

        public override string GoodExample => "";

        internal override void Check(RuleContext context) => throw new InvalidOperationException("broken on purpose");
    }
}
