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

        LspCompose removes an ambassador by itself where its command names its targets (`-name`) and all of them are services of the file.
        Ambassadors that forward to another host or ask a registry are reported and left to you: an overlay network is their modern form.
        API gateways, service meshes, load balancers and socket proxies are no ambassadors in this sense and are not reported.
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
            var fronted = ambassador.Targets.Select(target => $"'{target.Name}'").ToList();
            var names = ambassador.Fronted.Count > 0 ? ambassador.Fronted.Select(service => $"'{service.Name}'") : fronted;
            var between = fronted.Count == 0 ? "It passes connections on for other services" : $"It stands in front of {Sentence.List(names)}";
            var advice = AmbassadorRemoval.Obstacle(context.File, ambassador) is { } obstacle
                ? $"It has to be removed by hand: {obstacle}."
                : "Services on one network reach each other by name, so it can go.";
            context.Report(
                ambassador.Service.Entry.Key.Span,
                $"Service '{ambassador.Service.Name}' is an ambassador. {between}. {advice}",
                related: [.. ambassador.Links.Select(link => new RelatedLocation(context.File.Path, link.Item.Span, $"'{link.Source.Name}' links it as '{link.Alias}'"))],
                fixes: () => [.. LinkFixes.ForAmbassador(context.Workspace, context.File, ambassador), .. LinkFixes.WholeFile(context.Workspace, context.File, FixKind.QuickFix)]);
        }
    }
}
