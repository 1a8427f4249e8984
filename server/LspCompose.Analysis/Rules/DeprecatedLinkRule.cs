using LspCompose.Analysis.Ambassadors;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Fixes;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Rules;

/// <summary>A link between two services, which a network has made unnecessary.</summary>
internal sealed class DeprecatedLinkRule : Rule
{
    public override string Id => "deprecated-link";

    public override RuleCategory Category => RuleCategory.Legacy;

    public override Severity DefaultSeverity => Severity.Warning;

    public override string Title => "A service uses `links`, which user-defined networks replaced.";

    public override string Explanation =>
        """
        Before Docker 1.9 containers found each other only through links. Today services on one network reach each other by service name,
        in both directions and without any order. What a link still does is small: it gives its target another name for one consumer, and
        makes the consumer start after it.

        Links stand in the way of moving on: two services cannot link each other, Docker 29 stopped setting their environment variables,
        Podman refuses them.

        - A link without an alias (`- db`) is redundant where both services share a network. `depends_on` keeps the start order.
        - A link with an alias (`- mysql:db`) becomes a network alias of its target. A network alias is visible to every service on that
          network, so LspCompose offers it only where nothing else answers to that name.

        *Convert all links in this file to networks* does it for the whole file; `lspcompose migrate` does it on the command line and reports what changes.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            links:
              - mysql:db
          mysql:
            image: mysql
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
            networks: [app]
            depends_on:
              - mysql
          mysql:
            image: mysql
            networks:
              app:
                aliases: [db]

        networks:
          app:
        """;

    internal override void Check(RuleContext context)
    {
        var file = context.File;
        foreach (var service in file.Model.Services)
        {
            foreach (var link in service.Links)
            {
                // A list shared through an anchor is reported where it is written in a service, or once for its first user.
                if (link.IsInherited && IsReportedElsewhere(file.Model, link))
                {
                    continue;
                }

                context.Report(link.Item.Span, Message(file, link), fixes: () => Fixes(context.Workspace, file, link), tag: FindingTag.Deprecated);
            }
        }
    }

    private static string Message(ComposeFile file, Link link)
    {
        var (source, target) = ($"'{link.Source.Name}'", $"'{link.Target}'");
        var ambassador = file.Ambassadors.FirstOrDefault(candidate => candidate.Service.Name == link.Target && candidate.Certainty != AmbassadorCertainty.Medium);
        return ambassador?.Destination(link) is { } destination ? $"Link from {source} to '{destination.Name}' through ambassador {target} is outdated: services on one network reach each other by name."
            : link.IsRenamed ? $"Link from {source} to {target} as '{link.Alias}' is outdated: put both on one network, where {target} can have the alias '{link.Alias}'."
            : $"Link from {source} to {target} is outdated: services on one network reach each other by name.";
    }

    private static IReadOnlyList<Fix> Fixes(Workspace workspace, ComposeFile file, Link link)
    {
        var single = LinkFixes.ForLink(workspace, file, link);

        // The fix for the whole file is as long as the file, so it hangs on the first link only; editors offer it at every one.
        return file.Model.Services.First(service => service.Links.Count > 0).Links[0] == link
            ? [.. single, .. LinkFixes.WholeFile(workspace, file, FixKind.QuickFix)]
            : single;
    }

    private static bool IsReportedElsewhere(ComposeModel model, Link link) =>
        model.Services.SelectMany(service => service.Links).First(other => other.Item == link.Item || (!other.IsInherited && other.Item.Span == link.Item.Span)) != link;
}
