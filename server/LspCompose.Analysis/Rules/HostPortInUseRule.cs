using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Rules;

/// <summary>A port of the host that a container of something else has.</summary>
internal sealed class HostPortInUseRule : EngineRule
{
    public override string Id => "host-port-in-use";

    public override string Title => "A running container of something else already publishes the port.";

    public override string Explanation =>
        """
        A port of the host belongs to one container. While another one has it, Docker does not start this service:
        `Bind for 0.0.0.0:8080 failed: port is already allocated`.

        Stop the other container, or choose another port of the host. Where the other container is one of this project that still runs with an earlier file,
        `docker compose up -d` makes it anew; one of a service that is no longer in the file goes with `--remove-orphans`.

        Ports with different protocols or different addresses of the host do not clash; a port without an address takes all of them. A range for one port of the
        container is told only when none of it is left. Services of inactive profiles are not looked at, and of programs outside of containers nothing is known.

        Needs a Docker engine; without one the rule finds nothing.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            ports:
              - "8080:80"
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
            ports:
              - "8081:80"
        """;

    internal override EngineView ExampleEngine => new()
    {
        Version = "28.2.2",
        Containers = [new() { Id = "4f1b", Name = "gateway", State = ContainerState.Running, Ports = [new("", 8080, 80, "tcp")] }],
    };

    protected override void Check(RuleContext context, ProjectOnEngine project)
    {
        var taken = project.Engine.Containers.Where(container => container.IsUp).SelectMany(container => container.Ports.Where(port => port.HostPort > 0).Select(port => (Container: container, Port: port))).ToLookup(pair => pair.Port.HostPort);
        if (taken.Count == 0)
        {
            return;
        }

        var claims = ProjectService.Of(project.Project).Where(service => service.IsActive).SelectMany(service => PortClaim.Of(project.Project, service)).ToList();
        foreach (var claim in claims.Where(claim => !ModelParts.HasUnset(project.Project, claim.Place)).DistinctBy(claim => claim.Place))
        {
            var takers = new List<EngineContainer>();
            for (var port = claim.Range.First; port <= claim.Range.Last && Taker(project, claims, claim, taken[port]) is { } taker; port++)
            {
                takers.Add(taker);
            }

            // Some port of the range is left.
            if (takers.Count == claim.Range.Count)
            {
                Report(context, claim.Place, Message(project, claim, [.. takers.Distinct()]));
            }
        }
    }

    private static EngineContainer? Taker(ProjectOnEngine project, IReadOnlyList<PortClaim> claims, PortClaim claim, IEnumerable<(EngineContainer Container, PublishedPort Port)> taken) => taken
        .Where(pair => pair.Port.Protocol == (claim.Protocol.Length == 0 ? "tcp" : claim.Protocol) && HostAddress.Read(pair.Port.HostAddress) is { } address && address.Overlaps(claim.Address)
            && !project.Containers.IsOf(pair.Container, claim.Service.Name) && !project.MayUse(pair.Container) && !IsConflictOfFiles(project, claims, pair.Container, claim))
        .Select(pair => pair.Container).FirstOrDefault();

    // Two services of the project that both ask for it are told by another rule.
    private static bool IsConflictOfFiles(ProjectOnEngine project, IReadOnlyList<PortClaim> claims, EngineContainer container, PortClaim claim) =>
        claims.Any(other => other != claim && project.Containers.IsOf(container, other.Service.Name) && other.ClashesWith(claim) && other.Range.First <= claim.Range.Last && claim.Range.First <= other.Range.Last);

    private static string Message(ProjectOnEngine project, PortClaim claim, IReadOnlyList<EngineContainer> takers)
    {
        var ports = claim.Range.Count == 1 ? $"{Capital(claim.Shown(claim.Range.First))} of the host is taken" : $"No port of the host from {claim.Range.First} to {claim.Range.Last} is left for service '{claim.Service.Name}'";
        return $"{ports}: {Sentence.List(takers.Take(3).Select(taker => $"container '{taker.Name}'{EngineOwners.Owner(project, taker)}"))} {(takers.Count == 1 ? "publishes it" : "publish them")}{(claim.Range.Count == 1 ? $", so service '{claim.Service.Name}' cannot start" : "")}. "
            + $"{EngineOwners.Stop(project, takers[0])}, or choose another port.";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
