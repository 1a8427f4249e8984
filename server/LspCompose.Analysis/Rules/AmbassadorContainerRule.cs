using LspCompose.Analysis.Ambassadors;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Fixes;
using LspCompose.Analysis.Migration;

namespace LspCompose.Analysis.Rules;

/// <summary>A service that only proxies between others: the ambassador pattern.</summary>
internal sealed class AmbassadorContainerRule : Rule
{
    public override string Id => "ambassador-container";

    public override RuleCategory Category => RuleCategory.Legacy;

    public override Severity DefaultSeverity => Severity.Warning;

    public override string Title => "A service is an ambassador: it only passes connections on between other services.";

    public override string Explanation =>
        """
        When containers found each other only through links, two that needed each other could not link. An ambassador stood between them: both
        linked the ambassador, under the other one's name, and it passed the connections on. To find its targets it often holds the Docker socket,
        which is root on the host for whoever breaks into it.

        A user-defined network makes it unnecessary: the services reach each other directly and by name. Connections then show their real source
        address, UDP works, and one container with access to the engine is gone.

        LspCompose removes an ambassador by itself where its command names its targets (`-name`) and all of them are services of the file. For one
        that forwards ports the message says what takes its place: the service itself, `extra_hosts` for a fixed address, or across hosts an overlay
        network or a VPN. One that asks a registry or the variables of its consumers is left to you.

        What is only shaped like an ambassador (a hub that two services link under each other's names, a socat that keeps the port and the name) is a
        hint. API gateways, service meshes, load balancers, reverse proxies and socket proxies are no ambassadors in this sense and are not reported.
        """;

    public override string BadExample =>
        """
        services:
          fpm:
            image: php:fpm
            links:
              - ambassador:nginx
          nginx:
            image: nginx
            links:
              - ambassador:fpm
          ambassador:
            image: cpuguy83/docker-grand-ambassador
            volumes:
              - /var/run/docker.sock:/var/run/docker.sock
            command: "-name app_fpm_1 -name app_nginx_1"
        """;

    public override string GoodExample =>
        """
        services:
          fpm:
            image: php:fpm
            networks: [app]
          nginx:
            image: nginx
            networks: [app]

        networks:
          app:
        """;

    internal override void Check(RuleContext context)
    {
        foreach (var ambassador in context.File.Ambassadors)
        {
            context.Report(
                ambassador.Service.Entry.Key.Span,
                AmbassadorText.Message(ambassador, AmbassadorRemoval.Obstacle(context.File, ambassador)),
                related: [.. ambassador.Links.Select(link => new RelatedLocation(context.File.Path, link.Item.Span, $"'{link.Source.Name}' links it as '{link.Alias}'"))],
                fixes: () => [.. LinkFixes.ForAmbassador(context.Workspace, context.File, ambassador), .. LinkFixes.WholeFile(context.Workspace, context.File, FixKind.QuickFix)],
                ownSeverity: ambassador.Certainty == AmbassadorCertainty.Medium ? Severity.Hint : null);
        }
    }
}
