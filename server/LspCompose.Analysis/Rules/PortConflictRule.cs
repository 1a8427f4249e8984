using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Rules;

/// <summary>Ports of the host that more containers ask for than can have them.</summary>
internal sealed class PortConflictRule : Rule
{
    public override string Id => "port-conflict";

    public override RuleCategory Category => RuleCategory.Consistency;

    public override Severity DefaultSeverity => Severity.Warning;

    public override string Title => "Two containers publish the same port of the host.";

    public override string Explanation =>
        """
        A port of the host belongs to one container. Compose does not compare the services; Docker refuses to start the second one:
        `Bind for 0.0.0.0:8080 failed: port is already allocated`. The same goes for a service that runs several times (`scale`, `deploy.replicas`) and
        publishes one fixed port.

        Ports with different protocols or different addresses of the host do not clash; a port without an address takes all of them. From a range
        for one port of the container (`8080-8089:80`) Docker takes one that is free, so it clashes only when none is left.

        Two services that both have `profiles`, but none in common, are taken for alternatives and not compared, unless the profiles of both are switched on.
        `network_mode: host` publishes nothing. `deploy.replicas` is not held against a service that is made for a swarm.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            ports:
              - "8080:80"
          api:
            image: caddy
            ports:
              - "8080:2015"
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
            ports:
              - "8080:80"
          api:
            image: caddy
            ports:
              - "8081:2015"
        """;

    internal override void Check(RuleContext context)
    {
        var project = context.Workspace.Projects.For(context.File.Path);
        var claims = ProjectService.Of(project).SelectMany(service => PortClaim.Of(project, service)).ToList();
        var taken = new Dictionary<(int Port, string Protocol), List<PortClaim>>();
        var reported = new HashSet<SourcePlace>();
        foreach (var claim in claims.Where(claim => claim.Range.Count == 1))
        {
            var port = claim.Range.First;
            if (claim.Instances > 1)
            {
                Report(context, reported, claim, TooMany(claim), []);
            }

            if (Taker(taken, port, claim) is { } other)
            {
                Report(context, reported, claim, Message(claim, other, port), [Related(other, port)]);
                if (other.Place.Path != claim.Place.Path)
                {
                    Report(context, reported, other, Message(other, claim, port), [Related(claim, port)]);
                }
            }

            Take(taken, port, claim);
        }

        // The ranges that end first have the least choice.
        foreach (var claim in claims.Where(claim => claim.Range.Count > 1).OrderBy(claim => claim.Range.Last))
        {
            var missing = claim.Instances;
            var others = new List<RelatedLocation>();
            for (var port = claim.Range.First; port <= claim.Range.Last && missing > 0; port++)
            {
                if (Taker(taken, port, claim) is { } other)
                {
                    others.Add(Related(other, port));
                }
                else
                {
                    Take(taken, port, claim);
                    missing--;
                }
            }

            if (missing > 0)
            {
                Report(context, reported, claim, others.Count == 0 ? TooMany(claim)
                    : $"No port of the host from {claim.Range.First} to {claim.Range.Last} is left for service '{claim.Service.Name}': other services publish them. Choose another range.", [.. others.Take(10)]);
            }
        }
    }

    private static PortClaim? Taker(Dictionary<(int Port, string Protocol), List<PortClaim>> taken, int port, PortClaim claim) =>
        taken.TryGetValue((port, claim.Protocol), out var others) ? others.Find(other => other.ClashesWith(claim)) : null;

    private static void Take(Dictionary<(int Port, string Protocol), List<PortClaim>> taken, int port, PortClaim claim)
    {
        if (!taken.TryGetValue((port, claim.Protocol), out var others))
        {
            taken[(port, claim.Protocol)] = others = [];
        }

        others.Add(claim);
    }

    private static string TooMany(PortClaim claim)
    {
        var ports = claim.Range.Count == 1 ? $"only port {claim.Range.First}" : $"only {claim.Range.Count} ports";
        return $"Service '{claim.Service.Name}' runs {claim.Instances} times but has {ports} of the host, and each container needs its own. "
            + $"Publish a range such as '{claim.Range.First}-{claim.Range.First + claim.Instances - 1}', or leave the port of the host to Docker.";
    }

    private static string Message(PortClaim claim, PortClaim other, int port) => claim.Service == other.Service
        ? $"Service '{claim.Service.Name}' publishes {claim.Shown(port)} of the host twice; Docker refuses the second. Choose another port or remove one."
        : $"Service '{claim.Service.Name}' publishes {claim.Shown(port)} of the host, and so does service '{other.Service.Name}'; only one of them can start. Choose another port for one of them.";

    private static RelatedLocation Related(PortClaim other, int port) => new(other.Place.Path, other.Place.Span, $"Service '{other.Service.Name}' publishes {other.Shown(port)} here");

    // A range with as many ports in the container clashes at each of its ports; one finding is enough.
    private void Report(RuleContext context, HashSet<SourcePlace> reported, PortClaim claim, string message, IReadOnlyList<RelatedLocation> related)
    {
        if (ModelParts.IsJudged(context, claim.Place) && reported.Add(claim.Place))
        {
            context.Report(new Problem(Id, claim.Place, message) { Related = related });
        }
    }
}
