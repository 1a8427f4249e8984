using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Tests.Rules;

public class MissingHealthcheckTests
{
    [Fact]
    public void Nothing_checks_what_is_waited_for() => Markers.Check(
        """
        services:
          web:
            image: nginx
            depends_on:
              db:
                condition: service_healthy
        #                  ^^^^^^^^^^^^^^^ missing-healthcheck Unless its image brings one
              cache: {condition: service_started}
              queue: {condition: service_healthy}
        #                        ^^^^^^^^^^^^^^^ missing-healthcheck the health check of 'queue' is switched off
              search: {condition: "service_healthy"}
        #                         ^^^^^^^^^^^^^^^^^ missing-healthcheck the health check of 'search' is switched off
              slow: {condition: service_healthy}
        #                       ^^^^^^^^^^^^^^^ missing-healthcheck 'slow' has no 'healthcheck' test
              fine: {condition: service_healthy}
              built: {condition: service_healthy}
          db: {build: .}
          cache: {image: redis}
          queue: {image: rabbitmq, healthcheck: {disable: true}}
          search: {image: opensearch, healthcheck: {test: [NONE]}}
          slow: {image: x, healthcheck: {interval: 5s}}
          fine: {image: x, healthcheck: {test: curl localhost}}
          built:
            build:
              dockerfile_inline: |
                FROM nginx
                HEALTHCHECK CMD curl localhost
        """);

    [Theory]
    [InlineData("image: x", Severity.Info)]
    [InlineData("image: x, healthcheck: {disable: true}", Severity.Warning)]
    public void Only_a_check_that_is_switched_off_is_sure_to_fail(string db, Severity severity) =>
        Assert.Equal(severity, Assert.Single(Markers.Find($"services:\r\n  web: {{image: x, depends_on: {{db: {{condition: service_healthy}}}}}}\r\n  db: {{{db}}}\r\n")).Severity);

    [Fact]
    public void Another_file_of_the_project_may_bring_it() => Markers.CheckProject(
        ("compose.yaml", "services:\n  web: {image: x, depends_on: {db: {condition: service_healthy}}}\n  db: {image: x}\n"),
        ("compose.override.yaml", "services:\n  db: {healthcheck: {test: pg_isready}}\n"));

    [Fact]
    public void A_fragment_is_not_blamed() =>
        Assert.Empty(Markers.Find("services:\n  web: {image: x, depends_on: {db: {condition: service_healthy}}}\n  db: {image: x}\n", "compose.override.yaml"));

    [Theory]
    [InlineData("healthcheck: {test: '${CHECK}'}", 0)]
    [InlineData("healthcheck: {test: ['${KIND}', '${CHECK}']}", 0)]
    [InlineData("user: '${OWNER}'", 1)]
    public void What_a_variable_may_bring_is_not_missing(string attribute, int count) =>
        Assert.Equal(count, Markers.Find($"services:\n  web: {{image: x, depends_on: {{db: {{condition: service_healthy}}}}}}\n  db: {{image: x, {attribute}}}\n").Count(finding => finding.Rule.Id == "missing-healthcheck"));
}
