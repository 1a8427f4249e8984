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
        var settings = SettingsReader.Analysis(SettingsReader.Section(JToken.Parse(json)) ?? [], warning => Assert.Fail(warning));

        Assert.Equal([new("circular-link", null), new("deprecated-link", Severity.Info)], settings.Rules.OrderBy(rule => rule.Key));
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
        var settings = SettingsReader.Analysis(JObject.Parse("""{"rules":{"a":"loud","b":5,"c":null,"d":{},"e":"error"}}"""), warnings.Add);

        Assert.Equal(["e"], settings.Rules.Keys);
        Assert.Equal(4, warnings.Count);
        SettingsReader.Analysis(JObject.Parse("""{"rules":[]}"""), warnings.Add);
        Assert.Equal(5, warnings.Count);
    }
}
