using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Rules;

/// <summary>A service that waits for the health of one that nothing checks.</summary>
internal sealed class MissingHealthcheckRule : Rule
{
    public override string Id => "missing-healthcheck";

    public override RuleCategory Category => RuleCategory.Consistency;

    public override Severity DefaultSeverity => Severity.Info;

    public override string Title => "A service waits until another is healthy, but nothing checks its health.";

    public override string Explanation =>
        """
        `condition: service_healthy` waits for the result of a health check. It comes from `healthcheck` of the other service or from `HEALTHCHECK` in its image.
        Without either, `docker compose up` stops: `container … has no healthcheck configured`. Compose does not look for it before.

        The file does not tell what an image has, so this is only a hint to look. A service whose check is switched off (`disable: true`, `test: NONE`) can never
        become healthy; that is a warning.

        Add a `healthcheck`, or wait for less with `condition: service_started`.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            depends_on:
              db:
                condition: service_healthy
          db:
            image: postgres
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
            depends_on:
              db:
                condition: service_healthy
          db:
            image: postgres
            healthcheck:
              test: pg_isready
        """;

    internal override void Check(RuleContext context)
    {
        var project = context.Workspace.Projects.For(context.File.Path);
        var services = ModelParts.Entries(project.Model.Get("services"));
        var reported = new HashSet<SourcePlace>();
        foreach (var service in services)
        {
            foreach (var dependency in ModelParts.Entries((service.Value as ConfigMapping)?.Get("depends_on")))
            {
                if ((dependency.Value as ConfigMapping)?.Get("condition") is ConfigScalar { Text: "service_healthy" } condition && ModelParts.IsJudged(context, condition.Place)
                    && (project.Model.Get("services") as ConfigMapping)?.Get(dependency.Key) is ConfigMapping target
                    && Judge(context, service.Key, dependency.Key, target, condition.Place) is { } problem && reported.Add(condition.Place))
                {
                    context.Report(problem);
                }
            }
        }
    }

    private Problem? Judge(RuleContext context, string service, string name, ConfigMapping target, SourcePlace place)
    {
        var check = target.Get("healthcheck") as ConfigMapping;
        var off = check?.Get("disable") is ConfigScalar { Value: true } disable ? disable
            : check?.Get("test") is ConfigSequence { Items: [ConfigScalar { Text: "NONE" } none, ..] } ? none
            : null;
        if (off is not null)
        {
            return new Problem(Id, place, $"Service '{service}' waits until '{name}' is healthy, but the health check of '{name}' is switched off, so 'up' fails. Switch it on, or wait with 'service_started'.")
            {
                Severity = Severity.Warning,
                Related = [new(off.Place.Path, off.Place.Span, $"The health check of '{name}' is switched off here")],
            };
        }

        // A provider says itself when it is ready; the rest may bring a check that cannot be seen from here.
        if (check?.Get("test") is not null || target.Get("provider") is not null || HasUnreadCheck(target) || WholeProject.Of(context, "healthcheck") is null)
        {
            return null;
        }

        return new Problem(Id, place, $"Service '{service}' waits until '{name}' is healthy, but '{name}' has no 'healthcheck' test in the project. Unless its image brings one, 'up' fails; add one, or wait with 'service_started'.");
    }

    private static bool HasUnreadCheck(ConfigMapping service) =>
        ModelParts.Text((service.Get("build") as ConfigMapping)?.Get("dockerfile_inline")).Contains("HEALTHCHECK", StringComparison.OrdinalIgnoreCase);
}
