using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Rules;

/// <summary>A service that needs one which runs under a profile only.</summary>
internal sealed class InactiveDependencyRule : Rule
{
    public override string Id => "inactive-dependency";

    public override RuleCategory Category => RuleCategory.Consistency;

    public override Severity DefaultSeverity => Severity.Error;

    public override string Title => "A service needs another one that its profile switches off.";

    public override string Explanation =>
        """
        A service with `profiles` runs only while one of them is active; until then it counts as not there. A service that runs always cannot need it, and
        Compose refuses the whole project: `service "web" depends on undefined service "debug"`.

        - Where the dependency is only about the start order, write it in long form with `required: false`.
        - Where both belong together, give both the same profiles.
        - Where it must always run, take its `profiles` out.

        Compose activates profiles with `--profile NAME` and `COMPOSE_PROFILES`.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            depends_on:
              - debug
          debug:
            image: busybox
            profiles: [debug]
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
            depends_on:
              debug:
                condition: service_started
                required: false
          debug:
            image: busybox
            profiles: [debug]
        """;

    internal override void Check(RuleContext context) => ProjectProblems.Report(context, this);
}
