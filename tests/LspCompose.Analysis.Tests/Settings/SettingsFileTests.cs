using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Formatting;
using LspCompose.Analysis.Settings;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Settings;

public sealed class SettingsFileTests
{
    [Fact]
    public void Severities_and_the_target_are_read()
    {
        var content = SettingsFile.Read(SourceText.From("rules:\n  obsolete-version: error\n  circular-link: off\n  deprecated-link: false\ntarget: compose-2.26\n"));

        Assert.Empty(content.Problems);
        Assert.Equal(Severity.Error, content.Settings.Rules["obsolete-version"]);
        Assert.Null(content.Settings.Rules["circular-link"]);
        Assert.Null(content.Settings.Rules["deprecated-link"]);
        Assert.Equal(ComposeTarget.Compose226, content.Settings.Target);
    }

    [Fact]
    public void The_layout_is_read() => Assert.Equal(
        new FormatOptions { Indent = 4, SequenceStyle = SequenceStyle.Flush, KeyOrder = ServiceKeyOrder.Conventional, BlankLines = BlankLines.Services },
        SettingsFile.Read(SourceText.From("format:\n  indent: 4\n  sequenceStyle: flush\n  keyOrder: conventional\n  blankLines: services\n")).Settings.Format);

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("rules:\n")]
    [InlineData("rules: {}\ntarget: latest\n")]
    public void Settings_may_say_nothing(string text)
    {
        var content = SettingsFile.Read(SourceText.From(text));

        Assert.Empty(content.Problems);
        Assert.Empty(content.Settings.Rules);
        Assert.Equal(ComposeTarget.Latest, content.Settings.Target);
    }

    [Theory]
    [InlineData("rules:\n  <[obsolete-versoin]>: off\n", "There is no rule 'obsolete-versoin'. Did you mean 'obsolete-version'?", "obsolete-version")]
    [InlineData("rules:\n  <[nothing-of-the-kind]>: off\n", "There is no rule 'nothing-of-the-kind'. 'lspcompose explain --all' explains every rule.", null)]
    [InlineData("rules:\n  obsolete-version: <[waning]>\n", "'obsolete-version' is set to no severity. Choose error, warning, info, hint or off.", "warning")]
    [InlineData("rules:\n  <[obsolete-version]>:\n", "'obsolete-version' is set to no severity. Choose error, warning, info, hint or off.", null)]
    [InlineData("rules:\n  obsolete-version: <[[error]]>\n", "'obsolete-version' is set to no severity. Choose error, warning, info, hint or off.", null)]
    [InlineData("<[rule]>:\n  obsolete-version: off\n", "There is no setting 'rule'. Did you mean 'rules'?", "rules")]
    [InlineData("<[ignore]>: []\n", "There is no setting 'ignore'. There are 'format', 'rules', 'strategy' and 'target'.", null)]
    [InlineData("format:\n  <[indnt]>: 4\n", "The formatter has no setting 'indnt'. Did you mean 'indent'?", "indent")]
    [InlineData("format:\n  <[width]>: 80\n", "The formatter has no setting 'width'. There are 'blankLines', 'indent', 'keyOrder' and 'sequenceStyle'.", null)]
    [InlineData("format:\n  indent: <[1]>\n", "'indent' is 2, 3, 4, 5, 6, 7 or 8.", null)]
    [InlineData("format:\n  sequenceStyle: <[flsh]>\n", "'sequenceStyle' is keep, indented or flush.", "flush")]
    [InlineData("format: <[4]>\n", "'format' is a mapping of settings of the formatter.", null)]
    [InlineData("rules: <[[obsolete-version]]>\n", "'rules' is a mapping of rule ids to severities.", null)]
    [InlineData("<[- rules]>\n", "Settings are a mapping with the keys 'format', 'rules', 'strategy' and 'target'.", null)]
    [InlineData("target: <[compose-2.6]>\n", "'target' names no Compose that is known here. Choose latest or compose-2.26.", "compose-2.26")]
    public void What_has_no_effect_is_told_with_its_place(string marked, string message, string? nearest)
    {
        var start = marked.IndexOf("<[", StringComparison.Ordinal);
        var end = marked.IndexOf("]>", StringComparison.Ordinal) - 2;
        var text = marked.Replace("<[", "", StringComparison.Ordinal).Replace("]>", "", StringComparison.Ordinal);

        var problem = Assert.Single(SettingsFile.Read(SourceText.From(text)).Problems);

        Assert.Equal(new SettingsProblem(new TextSpan(start, end), message) { Nearest = nearest }, problem);
    }

    [Fact]
    public void Text_that_is_no_yaml_sets_nothing()
    {
        var content = SettingsFile.Read(SourceText.From("rules:\n  obsolete-version: off\n\tcircular-link: off\n"));

        Assert.NotEmpty(content.Problems);
        Assert.Empty(content.Settings.Rules);
    }

    [Fact]
    public void A_finding_offers_what_was_meant()
    {
        const string Text = "rules:\n  obsolete-versoin: off\n";
        var finding = Assert.Single(SettingsFile.Findings("/p/.lspcompose.yaml", SettingsFile.Read(SourceText.From(Text))));

        Assert.Equal(("unknown-setting", Severity.Warning), (finding.Rule.Id, finding.Severity));
        var fix = Assert.Single(finding.Fixes);
        Assert.False(fix.IsSafe);
        Assert.Equal("rules:\n  obsolete-version: off\n", SourceText.From(Text).With(fix.Edits.Select(edit => edit.Edit)).Content);
    }

    [Fact]
    public void Settings_may_switch_off_findings_about_themselves() =>
        Assert.Empty(SettingsFile.Findings("/p/.lspcompose.yaml", SettingsFile.Read(SourceText.From("rules:\n  unknown-setting: off\n  nonsense: off\n"))));
}
