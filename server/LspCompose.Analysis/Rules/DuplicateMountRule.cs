using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Rules;

/// <summary>Two mounts of a service at one place.</summary>
internal sealed class DuplicateMountRule : Rule
{
    public override string Id => "duplicate-mount";

    public override RuleCategory Category => RuleCategory.Consistency;

    public override Severity DefaultSeverity => Severity.Error;

    public override string Title => "A service mounts two things at the same place.";

    public override string Explanation =>
        """
        Only one mount can be seen at a path of the container. Compose refuses two there: `target /data already mounted as services.web.volumes[0]`.
        `volumes` and `tmpfs` count together, and `/data` and `/data/` are the same place. Older Compose took both and left it to the engine.

        Remove one of the two, or mount it elsewhere.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            volumes:
              - ./cache:/var/cache/nginx
            tmpfs:
              - /var/cache/nginx
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
            tmpfs:
              - /var/cache/nginx
        """;

    internal override void Check(RuleContext context) => ProjectProblems.Report(context, this);
}
