using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Rules;

/// <summary>Services that wait for each other in a circle.</summary>
internal sealed class DependencyCycleRule : Rule
{
    public override string Id => "dependency-cycle";

    public override RuleCategory Category => RuleCategory.Consistency;

    public override Severity DefaultSeverity => Severity.Error;

    public override string Title => "Services wait for each other in a circle, so none of them can start first.";

    public override string Explanation =>
        """
        A dependency makes its service start after another one. In a circle nobody can be first, and Compose refuses the whole file:
        `dependency cycle detected: web -> db -> web`.

        `depends_on` counts, and so do `volumes_from`, `links` and everything with `service:…` (`network_mode`, `ipc`, `pid`, …). Services of one
        network reach each other by name without any of them, so take out the dependency that is not about the start order. A circle with links in it is
        a `circular-link`.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            depends_on:
              - db
          db:
            image: postgres
            depends_on:
              - web
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
            depends_on:
              - db
          db:
            image: postgres
        """;

    internal override void Check(RuleContext context) => ProjectProblems.Report(context, this);
}
