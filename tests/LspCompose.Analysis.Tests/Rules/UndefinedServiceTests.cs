namespace LspCompose.Analysis.Tests.Rules;

public class UndefinedServiceTests
{
    [Fact]
    public void Every_kind_of_reference_is_checked() => Markers.Check(
        """
        services:
          web:
            image: x
            links:
              - zzz:db
        #       ^^^^^^ deprecated-link
        #       ^^^ undefined-service Service 'zzz', which service 'web' refers to in 'links', is not defined
            depends_on:
              databse:
        #     ^^^^^^^ undefined-service Did you mean 'database1'?
                condition: service_started
              gone:
        #     ^^^^ undefined-service 'gone'
                condition: service_started
                required: false
            volumes_from:
              - nope:ro
        #       ^^^^ undefined-service in 'volumes_from'
        #       ^^^^^^^ deprecated-volumes-from
              - container:other
        #       ^^^^^^^^^^^^^^^ deprecated-volumes-from
            network_mode: service:missing
        #                         ^^^^^^^ undefined-service in 'network_mode'
            pid: service:absent
        #                ^^^^^^ undefined-service in 'pid'
          database1: {image: y}
        """);

    [Theory]
    [InlineData("services:\n  web:\n    image: x\n    depends_on: [$DB]\n", "compose.yaml")]
    [InlineData("include: [other.yaml]\nservices:\n  web:\n    image: x\n    depends_on: [db]\n", "compose.yaml")]
    [InlineData("services:\n  web:\n    image: x\n    depends_on: [db]\n", "folder/docker-compose.override.yml")]
    [InlineData("x-c: &c\n  depends_on: [web]\nservices:\n  web:\n    image: x\n  b:\n    <<: *c\n    image: y\n", "compose.yaml")]
    public void A_file_that_is_only_part_of_a_project_is_not_blamed(string text, string path) => Assert.DoesNotContain(Markers.Find(text, path), finding => finding.Rule.Id == "undefined-service");

    [Fact]
    public void The_fix_changes_the_name_and_nothing_else()
    {
        const string text = "services:\n  web: {image: x, links: [\"mysq:db\"]}\n  mysql: {image: y}\n";
        var finding = Assert.Single(Markers.Find(text), finding => finding.Rule.Id == "undefined-service");
        Assert.Equal(text.Replace("mysq:", "mysql:", StringComparison.Ordinal), Edits.Apply(text, Assert.Single(finding.Fixes)));
    }
}
