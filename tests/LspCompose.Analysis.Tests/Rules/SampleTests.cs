namespace LspCompose.Analysis.Tests.Rules;

public class SampleTests
{
    [Theory]
    [InlineData("one-way.yml", "legacy-file-format deprecated-link")]
    [InlineData("circular.yml", "legacy-file-format circular-link deprecated-link deprecated-link")]
    [InlineData("ambassador.yml", "legacy-file-format deprecated-link deprecated-link ambassador-container")]
    [InlineData("one-way-services.yml", "deprecated-link")]
    [InlineData("circular-services.yml", "circular-link deprecated-link deprecated-link")]
    [InlineData("ambassador-services.yml", "deprecated-link deprecated-link ambassador-container")]
    [InlineData("modern.yml", "")]
    public void Each_sample_has_exactly_its_findings(string sample, string rules) =>
        Assert.Equal(rules, string.Join(' ', Markers.Find(Samples.Read(sample), sample).Select(finding => finding.Rule.Id)));
}
