using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Fixes;
using LspCompose.Analysis.Migration;

namespace LspCompose.Analysis.Rules;

/// <summary>Mounts taken from another container, where a named volume says what is shared.</summary>
internal sealed class DeprecatedVolumesFromRule : Rule
{
    public override string Id => "deprecated-volumes-from";

    public override RuleCategory Category => RuleCategory.Legacy;

    public override Severity DefaultSeverity => Severity.Hint;

    public override string Title => "A service takes its mounts from another container.";

    public override string Explanation =>
        """
        `volumes_from` gives a service every mount of another one, also volumes that only its image declares. Nothing in the file says which they are, and a
        data container that exists only to be taken from dates from before named volumes.

        Declare the volumes at the top level and list them in each service that needs them. The fix lists the mounts the file shows, gives a name to volumes that
        have none, and removes a data container nobody needs any more. It is never applied unasked: volumes declared by the image are shared by `volumes_from` too, and
        what a volume without a name holds is not moved to the new one.

        Formats 2.x allowed `service:NAME:mode`; Compose v2 reads that as a service called `service`. Write `NAME:mode`.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            volumes_from:
              - data
          data:
            image: busybox
            command: "true"
            volumes:
              - pages:/usr/share/nginx/html
        volumes:
          pages:
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
            volumes:
              - pages:/usr/share/nginx/html
        volumes:
          pages:
        """;

    internal override void Check(RuleContext context)
    {
        var file = context.File;
        var reported = new HashSet<int>();
        foreach (var use in VolumesFromUse.In(file).Where(use => reported.Add(use.Item.Span.Start)))
        {
            context.Report(
                use.Item.Span,
                $"'{use.Consumer.Name}' takes every mount of '{use.From.Source}', and the file does not say which. List the volumes it needs in 'volumes'.",
                fixes: () => LegacyFixes.ReplaceVolumesFrom(file, use),
                tag: FindingTag.Deprecated);
        }
    }
}
