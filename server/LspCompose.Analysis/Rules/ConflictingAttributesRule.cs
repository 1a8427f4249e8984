using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Rules;

/// <summary>Attributes that exclude or contradict each other.</summary>
internal sealed class ConflictingAttributesRule : Rule
{
    public override string Id => "conflicting-attributes";

    public override RuleCategory Category => RuleCategory.Consistency;

    public override Severity DefaultSeverity => Severity.Error;

    public override string Title => "Two attributes exclude or contradict each other.";

    public override string Explanation =>
        """
        Each is fine on its own, but Compose does not choose between them and refuses the whole file:

        - `network_mode` and `networks` of a service (``declares mutually exclusive `network_mode` and `networks` ``), `dockerfile` and `dockerfile_inline`
          of a build, `count` and `device_ids` of a device request
        - more than one content for a config or secret: `file|environment attributes are mutually exclusive`
        - an external volume with a driver, options or labels: whoever made it decided about them
        - one thing said twice with different values: `can't set distinct values on 'mem_limit' and 'deploy.resources.limits.memory'`, and so for
          `cpus`, `mem_reservation`, `pids_limit` and `scale`. An old limit must also be repeated where the new ones are given without it.
        - `container_name` with more than one container
        - `platform` that is not among `build.platforms`

        Keep the one that is meant. Both may come from different files: an override file takes an attribute back with `!reset`.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            network_mode: host
            networks:
              - app

        networks:
          app:
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
            networks:
              - app

        networks:
          app:
        """;

    internal override void Check(RuleContext context) => ProjectProblems.Report(context, this);
}
