using System.Globalization;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Rules;

/// <summary>Ports of the host that more containers ask for than can have them.</summary>
internal sealed class PortConflictRule : Rule
{
    // What a service says under 'deploy' only when a swarm runs it, where all containers share a published port.
    private static readonly string[] SwarmKeys = ["endpoint_mode", "labels", "mode", "placement", "restart_policy", "rollback_config", "update_config"];

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
        var claims = ProjectService.Of(project).SelectMany(service => Claims(project, service)).ToList();
        var taken = new Dictionary<(int Port, string Protocol), List<Claim>>();
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

    private static Claim? Taker(Dictionary<(int Port, string Protocol), List<Claim>> taken, int port, Claim claim) =>
        taken.TryGetValue((port, claim.Protocol), out var others) ? others.Find(other => other.ClashesWith(claim)) : null;

    private static void Take(Dictionary<(int Port, string Protocol), List<Claim>> taken, int port, Claim claim)
    {
        if (!taken.TryGetValue((port, claim.Protocol), out var others))
        {
            taken[(port, claim.Protocol)] = others = [];
        }

        others.Add(claim);
    }

    private static string TooMany(Claim claim)
    {
        var ports = claim.Range.Count == 1 ? $"only port {claim.Range.First}" : $"only {claim.Range.Count} ports";
        return $"Service '{claim.Service.Name}' runs {claim.Instances} times but has {ports} of the host, and each container needs its own. "
            + $"Publish a range such as '{claim.Range.First}-{claim.Range.First + claim.Instances - 1}', or leave the port of the host to Docker.";
    }

    private static string Message(Claim claim, Claim other, int port) => claim.Service == other.Service
        ? $"Service '{claim.Service.Name}' publishes {claim.Shown(port)} of the host twice; Docker refuses the second. Choose another port or remove one."
        : $"Service '{claim.Service.Name}' publishes {claim.Shown(port)} of the host, and so does service '{other.Service.Name}'; only one of them can start. Choose another port for one of them.";

    private static RelatedLocation Related(Claim other, int port) => new(other.Place.Path, other.Place.Span, $"Service '{other.Service.Name}' publishes {other.Shown(port)} here");

    // A range with as many ports in the container clashes at each of its ports; one finding is enough.
    private void Report(RuleContext context, HashSet<SourcePlace> reported, Claim claim, string message, IReadOnlyList<RelatedLocation> related)
    {
        if (ModelParts.IsJudged(context, claim.Place) && reported.Add(claim.Place))
        {
            context.Report(new Problem(Id, claim.Place, message) { Related = related });
        }
    }

    private static IEnumerable<Claim> Claims(Project project, ProjectService service)
    {
        var mode = ModelParts.Text(service.Body.Get("network_mode"));
        var instances = Instances(project, service.Body);
        if (instances == 0 || mode is "host" or "none" || mode.StartsWith("service:", StringComparison.Ordinal) || mode.StartsWith("container:", StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (var item in ModelParts.Items(service.Body.Get("ports")))
        {
            if (item is ConfigMapping port && port.Get("published") is ConfigScalar { Text: { } published } place && Range(published) is { } range
                && Address.Read(ModelParts.Text(port.Get("host_ip"))) is { } address)
            {
                yield return new Claim(service, range, address, ModelParts.Text(port.Get("protocol")).ToLowerInvariant(), (port.Get("target") as ConfigScalar)?.Display ?? "", instances, place.Place);
            }
        }
    }

    private static int Instances(Project project, ConfigMapping service)
    {
        if (service.Get("scale") is ConfigScalar { Value: long scale })
        {
            return (int)Math.Clamp(scale, 0, ushort.MaxValue);
        }

        if (service.Get("deploy") is not ConfigMapping deploy || deploy.Get("replicas") is not ConfigScalar { Value: long replicas })
        {
            return 1;
        }

        var isForSwarm = SwarmKeys.Any(key => deploy.Get(key) is not null)
            || ModelParts.Entries(project.Model.Get("networks")).Any(network => network.Value is ConfigMapping mapping && ModelParts.Text(mapping.Get("driver")) == "overlay");
        return (int)Math.Clamp(replicas, 0, isForSwarm ? 1 : ushort.MaxValue);
    }

    // Port 0 stands for any.
    private static PortRange? Range(string published)
    {
        var dash = published.IndexOf('-', StringComparison.Ordinal);
        return Port(dash < 0 ? published : published[..dash]) is { } first && Port(published[(dash + 1)..]) is { } last && first > 0 && first <= last ? new PortRange(first, last) : null;
    }

    private static int? Port(string text) => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null;

    private sealed record Claim(ProjectService Service, PortRange Range, Address Address, string Protocol, string Target, int Instances, SourcePlace Place)
    {
        public bool ClashesWith(Claim other) => Address.Overlaps(other.Address) && !IsSameMapping(other) && Service.CanRunWith(other.Service);

        public string Shown(int port) => Protocol is "tcp" or "" ? $"port {port}" : $"port {port}/{Protocol}";

        private bool IsSameMapping(Claim other) => Service == other.Service && Target == other.Target && Address == other.Address;
    }

    // Without a number: all addresses of the family.
    private readonly record struct Address(bool IsV4, bool IsV6, UInt128? Number)
    {
        public static Address? Read(string text)
        {
            if (text.Length == 0)
            {
                return new Address(true, true, null);
            }

            return IpAddress.TryParse(text, out var number, out var isV4) ? new Address(isV4, !isV4, number == 0 ? null : number) : null;
        }

        public bool Overlaps(Address other) => ((IsV4 && other.IsV4) || (IsV6 && other.IsV6)) && (Number is null || other.Number is null || Number == other.Number);
    }
}
