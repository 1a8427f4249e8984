using LspCompose.Analysis.Features.Hints;
using LspCompose.Analysis.Findings;
using LspCompose.Lsp.Sessions;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Tests;

public sealed class SettingsReaderTests
{
    [Theory]
    [InlineData("""{"lspcompose":{"rules":{"circular-link":"off","deprecated-link":"info"}}}""")]
    [InlineData("""{"rules":{"circular-link":"off","deprecated-link":"info"}}""")]
    [InlineData("""{"lspcompose.rules":{"circular-link":"off","deprecated-link":"information"},"other.rules":1}""")]
    public void Settings_are_found_in_every_form_clients_send_them(string json)
    {
        var settings = SettingsReader.Read(SettingsReader.Section(JToken.Parse(json)) ?? [], warning => Assert.Fail(warning));

        Assert.Equal([new("circular-link", null), new("deprecated-link", Severity.Info)], settings.Rules.OrderBy(rule => rule.Key));
    }

    [Theory]
    [InlineData("""{"lspcompose":{"format":{"indent":4,"sequenceStyle":"flush","keyOrder":null}}}""")]
    [InlineData("""{"format":{"indent":"4","sequenceStyle":"flush","keyOrder":""}}""")]
    [InlineData("""{"lspcompose.format.indent":4,"lspcompose.format.sequenceStyle":"flush"}""")]
    public void The_layout_is_found_in_every_form_clients_send_it(string json)
    {
        var settings = SettingsReader.Read(SettingsReader.Section(JToken.Parse(json)) ?? [], warning => Assert.Fail(warning));

        Assert.Equal([new("indent", "4"), new("sequenceStyle", "flush")], settings.Format.OrderBy(setting => setting.Key));
    }

    [Theory]
    [InlineData("""{"lspcompose":{"inlayHints":{"ports":false,"variables":true,"implicitNetworks":null}}}""")]
    [InlineData("""{"inlayHints":{"ports":false}}""")]
    [InlineData("""{"lspcompose.inlayHints.ports":false}""")]
    public void Inlay_hints_are_shown_unless_switched_off(string json)
    {
        var settings = SettingsReader.Read(SettingsReader.Section(JToken.Parse(json)) ?? [], warning => Assert.Fail(warning));

        Assert.Equal([InlayHintKind.EffectiveValues, InlayHintKind.Variables, InlayHintKind.ImplicitNetworks, InlayHintKind.Containers], settings.InlayHints.Order());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("""{"editor":{}}""")]
    public void What_is_not_about_us_is_no_section(string json) => Assert.Null(SettingsReader.Section(JToken.Parse(json)));

    [Fact]
    public void Unknown_values_are_reported_and_left_out()
    {
        var warnings = new List<string>();
        var settings = SettingsReader.Read(JObject.Parse("""{"rules":{"circular-link":"loud","deprecated-link":5,"syntax-error":null,"duplicate-key":{},"invalid-value":"error","circular-lnk":"off"},"target":"podman"}"""), warnings.Add);

        Assert.Equal(["invalid-value"], settings.Rules.Keys);
        Assert.Null(settings.Target);
        Assert.Equal(6, warnings.Count);
        SettingsReader.Read(JObject.Parse("""{"rules":[]}"""), warnings.Add);
        Assert.Equal(7, warnings.Count);
        SettingsReader.Read(JObject.Parse("""{"format":{"indent":1,"blankLines":["all"]}}"""), warnings.Add);
        Assert.Equal(9, warnings.Count);
        SettingsReader.Read(JObject.Parse("""{"inlayHints":{"ports":"yes"}}"""), warnings.Add);
        Assert.Equal(10, warnings.Count);
    }
}
