using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Tests.Rules;

public class LegacyRuleTests
{
    [Fact]
    public void A_link_says_which_alias_its_target_can_have() => Markers.Check(
        """
        services:
          web:
            image: x
            links:
              - "mysql:db"   # comment
        #       ^^^^^^^^^^ deprecated-link 'mysql' can have the alias 'db'
              - cache
        #       ^^^^^ deprecated-link from 'web' to 'cache'
          mysql: {image: x}
          cache: {image: x}
        """);

    [Fact]
    public void A_link_is_struck_through() =>
        Assert.All(Markers.Find(Samples.Read("one-way-services.yml")), finding => Assert.Equal(FindingTag.Deprecated, finding.Tag));

    [Fact]
    public void Services_at_the_root_are_reported_once() => Markers.Check(
        """
        # header
        web:
        #<--- legacy-file-format Service 'web' stands at the root
          image: x
        db:
          image: x
        """);

    [Theory]
    [InlineData("services: {}\nweb:\n  image: x\n")]
    [InlineData("name: x\nx-common:\n  image: y\n")]
    [InlineData("on: push\njobs:\n  build:\n    runs-on: x\n")]
    public void Files_of_another_kind_are_no_first_format(string text) =>
        Assert.DoesNotContain(Markers.Find(text), finding => finding.Rule.Id == "legacy-file-format");

    [Fact]
    public void A_version_is_obsolete() => Markers.Check(
        """
        version: "3.8"
        #<-------------- obsolete-version 'version: "3.8"' is obsolete
        services:
          web: {image: x}
        """);

    [Fact]
    public void A_service_called_version_is_none() => Markers.Check(
        """
        version:
        #<------- legacy-file-format
          image: x
        web:
          image: x
        """);
}
