using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Rules;

/// <summary>Addresses that cannot be read, or that do not fit the networks they are for.</summary>
internal sealed class InvalidAddressRule : Rule
{
    public override string Id => "invalid-address";

    public override RuleCategory Category => RuleCategory.Value;

    public override Severity DefaultSeverity => Severity.Warning;

    public override string Title => "An address is no address, or does not fit its network.";

    public override string Explanation =>
        """
        Compose passes addresses on unread; Docker refuses them when it creates the network or the container:

        - text that is no address: `ipv4_address`, `ipv6_address`, `link_local_ips`, `mac_address`, `dns`, `extra_hosts` (beside `host-gateway`) and `ipam.config`
        - `gateway`, `ip_range` and `aux_addresses` outside their subnet
        - a fixed address outside the subnets of its network, or in a network without a subnet of its own (`user specified IP address is supported only when
          connecting to networks with user configured subnets`)
        - two bridge networks with overlapping subnets (`Pool overlaps with other one on this address space`)
        - one fixed address for two services of a network (`Address already in use`)

        Networks that exist outside the project (`external: true`) and those with an IPAM driver of their own are not judged, nor are services that never run together.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            networks:
              back:
                ipv4_address: 172.28.1.10
        networks:
          back:
            ipam:
              config:
                - subnet: 172.28.0.0/24
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
            networks:
              back:
                ipv4_address: 172.28.0.10
        networks:
          back:
            ipam:
              config:
                - subnet: 172.28.0.0/24
        """;

    internal override void Check(RuleContext context)
    {
        var project = context.Workspace.Projects.For(context.File.Path);
        var services = ProjectService.Of(project);
        var check = new AddressCheck(context, project, this, services);
        foreach (var service in services)
        {
            check.Literals(service);
        }

        check.Networks();
        check.FixedAddresses();
    }

    private sealed class AddressCheck(RuleContext context, Project project, Rule rule, IReadOnlyList<ProjectService> services)
    {
        // What is not there may stand in a part that is not known.
        private readonly bool isWhole = WholeProject.Of(context, "ipam") is not null;
        private readonly HashSet<SourcePlace> reported = [];
        private readonly Dictionary<string, NetworkPools> pools = new(StringComparer.Ordinal);

        public void Literals(ProjectService service)
        {
            Mac(service.Body.Get("mac_address"));
            foreach (var server in ModelParts.Items(service.Body.Get("dns")))
            {
                Ip(server, "Name servers are given by address.");
            }

            Hosts(service.Body.Get("extra_hosts"));
            Hosts((service.Body.Get("build") as ConfigMapping)?.Get("extra_hosts"));
            foreach (var network in ModelParts.Entries(service.Body.Get("networks")))
            {
                if (network.Value is ConfigMapping settings)
                {
                    Mac(settings.Get("mac_address"));
                    foreach (var address in ModelParts.Items(settings.Get("link_local_ips")))
                    {
                        Ip(address, "Write one such as '169.254.8.8'.");
                    }
                }
            }
        }

        public void Networks()
        {
            foreach (var network in ModelParts.Entries(project.Model.Get("networks")))
            {
                if (network.Value is ConfigMapping settings)
                {
                    pools[network.Key] = Pools(network.Key, settings);
                }
            }

            var bridges = pools.Values.Where(pool => pool.IsBridge && pool.Subnets.Count > 0).ToList();
            for (var later = 0; later < bridges.Count; later++)
            {
                for (var earlier = 0; earlier <= later; earlier++)
                {
                    Overlaps(bridges[later], bridges[earlier]);
                }
            }
        }

        public void FixedAddresses()
        {
            var taken = new Dictionary<(string Network, UInt128 Number, bool IsV4), List<(ProjectService Service, SourcePlace Place)>>();
            foreach (var service in services)
            {
                foreach (var network in ModelParts.Entries(service.Body.Get("networks")))
                {
                    foreach (var family in new[] { Family.V4, Family.V6 })
                    {
                        if (FixedAddress(network, family) is { } scalar && IpAddress.TryParse(scalar.Text, out var number, out var isV4))
                        {
                            Taken(taken, (network.Key, number, isV4), service, scalar);
                        }
                    }
                }
            }
        }

        private void Taken(Dictionary<(string Network, UInt128 Number, bool IsV4), List<(ProjectService Service, SourcePlace Place)>> taken, (string Network, UInt128 Number, bool IsV4) address, ProjectService service, ConfigScalar scalar)
        {
            if (!taken.TryGetValue(address, out var owners))
            {
                taken[address] = owners = [];
            }

            if (owners.Find(owner => owner.Service.CanRunWith(service)) is { Service: { } other } first)
            {
                Report(scalar.Place, Message(service, other), new RelatedLocation(first.Place.Path, first.Place.Span, $"Service '{other.Name}' has it here"));
                if (first.Place.Path != scalar.Place.Path)
                {
                    Report(first.Place, Message(other, service), new RelatedLocation(scalar.Place.Path, scalar.Place.Span, $"Service '{service.Name}' has it here"));
                }
            }

            owners.Add((service, scalar.Place));

            string Message(ProjectService mine, ProjectService others) =>
                $"Service '{mine.Name}' has the address {scalar.Text} in network '{address.Network}', and so does service '{others.Name}'; only one of them can start. Give each its own.";
        }

        // The address when it can be read and fits; otherwise that is told.
        private ConfigScalar? FixedAddress(ConfigEntry network, Family family)
        {
            if ((network.Value as ConfigMapping)?.Get(family == Family.V4 ? "ipv4_address" : "ipv6_address") is not ConfigScalar { Text: { Length: > 0 } text } scalar)
            {
                return null;
            }

            if (!IpAddress.TryParse(text, out _, out var isV4) || isV4 != (family == Family.V4))
            {
                Report(scalar.Place, family == Family.V4 ? $"'{text}' is not an IPv4 address. Write one such as '172.28.0.10'." : $"'{text}' is not an IPv6 address. Write one such as 'fd00::10'.");
                return null;
            }

            if (!pools.TryGetValue(network.Key, out var pool) || !pool.IsKnown)
            {
                return scalar;
            }

            var subnets = pool.Subnets.Where(subnet => subnet.Range.IsV4 == isV4).ToList();
            if (subnets.Count == 0)
            {
                if (isWhole)
                {
                    Report(scalar.Place, $"Network '{network.Key}' has no {(isV4 ? "IPv4" : "IPv6")} subnet of its own, and Docker gives fixed addresses in no other. Give it 'ipam.config' with a 'subnet', or remove the address.");
                }

                return scalar;
            }

            if (!subnets.Exists(subnet => subnet.Range.Contains(text)))
            {
                Report(
                    scalar.Place,
                    $"Address {text} is in no subnet of network '{network.Key}' ({string.Join(", ", subnets.Select(subnet => subnet.Text))}). Choose one from there.",
                    new RelatedLocation(subnets[0].Place.Path, subnets[0].Place.Span, $"The subnet of '{network.Key}' is here"));
            }

            return scalar;
        }

        private NetworkPools Pools(string name, ConfigMapping network)
        {
            var ipam = network.Get("ipam") as ConfigMapping;
            var driver = ModelParts.Text(network.Get("driver"));
            var subnets = new List<Subnet>();
            var isKnown = network.Get("external") is not ConfigScalar { Value: true } && ModelParts.Text(ipam?.Get("driver")) is "" or "default" && driver is "" or "bridge" or "overlay" or "macvlan" or "ipvlan";
            if (isKnown)
            {
                foreach (var item in ModelParts.Items(ipam?.Get("config")))
                {
                    isKnown &= item is ConfigMapping pool && Pool(pool, subnets);
                }
            }

            return new NetworkPools(name, ModelParts.Text(network.Get("name")), subnets, isKnown, driver is "" or "bridge");
        }

        // False when the subnet cannot be read.
        private bool Pool(ConfigMapping pool, List<Subnet> subnets)
        {
            Subnet? subnet = null;
            if (pool.Get("subnet") is ConfigScalar { Text: { Length: > 0 } text } written)
            {
                if (!Cidr.TryParse(text, out var range))
                {
                    Report(written.Place, $"'{text}' is not a subnet. Write an address and the length of its prefix, as in '172.28.0.0/16'.");
                    return false;
                }

                subnets.Add(subnet = new Subnet(range, text, written.Place));
            }

            if (pool.Get("ip_range") is ConfigScalar { Text: { Length: > 0 } rangeText } part)
            {
                if (!Cidr.TryParse(rangeText, out var range))
                {
                    Report(part.Place, $"'{rangeText}' is not a range of addresses. Write one such as '172.28.5.0/24'.");
                }
                else if (subnet is not null && !(subnet.Range.Overlaps(range) && range.PrefixLength >= subnet.Range.PrefixLength))
                {
                    Report(part.Place, $"Range {rangeText} is not inside its subnet {subnet.Text}. Choose one from there.", subnet.Related);
                }
            }

            Inside(pool.Get("gateway"), subnet, "Gateway");
            foreach (var address in ModelParts.Entries(pool.Get("aux_addresses")))
            {
                Inside(address.Value, subnet, "Address");
            }

            return true;
        }

        private void Inside(ConfigNode? node, Subnet? subnet, string what)
        {
            if (Ip(node, "Write one without the length of a prefix.") is { } text && node is ConfigScalar scalar && subnet is not null && !subnet.Range.Contains(text))
            {
                Report(scalar.Place, $"{what} {text} is not in its subnet {subnet.Text}. Choose an address from there.", subnet.Related);
            }
        }

        private void Overlaps(NetworkPools later, NetworkPools earlier)
        {
            if ((later != earlier && later.DockerName == earlier.DockerName) || !AreUsedTogether(later.Name, earlier.Name))
            {
                return;
            }

            for (var index = 0; index < later.Subnets.Count; index++)
            {
                var mine = later.Subnets[index];
                if ((later == earlier ? earlier.Subnets.Take(index) : earlier.Subnets).FirstOrDefault(subnet => subnet.Range.Overlaps(mine.Range)) is { } other)
                {
                    Report(mine.Place, Message(later, earlier, mine, other), new RelatedLocation(other.Place.Path, other.Place.Span, $"The subnet of '{earlier.Name}' is here"));
                    if (mine.Place.Path != other.Place.Path)
                    {
                        Report(other.Place, Message(earlier, later, other, mine), new RelatedLocation(mine.Place.Path, mine.Place.Span, $"The subnet of '{later.Name}' is here"));
                    }
                }
            }

            static string Message(NetworkPools network, NetworkPools others, Subnet mine, Subnet other) => network == others
                ? $"Subnet {mine.Text} of network '{network.Name}' overlaps with its subnet {other.Text}. Remove one or choose another."
                : $"Subnet {mine.Text} of network '{network.Name}' overlaps with {other.Text} of network '{others.Name}'; Docker creates only one of them. Choose another.";
        }

        // Compose creates a network only for services that use it.
        private bool AreUsedTogether(string one, string other)
        {
            var users = UsersOf(other);
            return UsersOf(one).Exists(user => users.Exists(user.CanRunWith));
        }

        private List<ProjectService> UsersOf(string network) => [.. services.Where(service => (service.Body.Get("networks") as ConfigMapping)?.TryGet(network, out _) == true)];

        private void Mac(ConfigNode? node)
        {
            if (node is ConfigScalar { Text: { Length: > 0 } text } scalar && !MacAddress.IsValid(text))
            {
                Report(scalar.Place, $"'{text}' is not a hardware address. Write six bytes such as '02:42:ac:11:00:02'.");
            }
        }

        // The text when it is an address; otherwise that is told. Zones are left alone.
        private string? Ip(ConfigNode? node, string advice)
        {
            if (node is not ConfigScalar { Text: { Length: > 0 } text } scalar || text.Contains('%'))
            {
                return null;
            }

            if (IpAddress.IsValid(text))
            {
                return text;
            }

            Report(scalar.Place, $"'{text}' is not an IP address. {advice}");
            return null;
        }

        private void Hosts(ConfigNode? hosts)
        {
            foreach (var item in ModelParts.Items(hosts))
            {
                var text = ModelParts.Text(item);
                var address = text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..];
                if (address is not ("" or "host-gateway") && !address.Contains('%') && !IpAddress.IsValid(address))
                {
                    Report(ModelParts.Narrow(context.Workspace, item.Place, address), $"'{address}' is not an IP address. A host gets an address or 'host-gateway'; names are not taken.");
                }
            }
        }

        private void Report(SourcePlace place, string message, params IReadOnlyList<RelatedLocation> related)
        {
            if (ModelParts.IsJudged(context, place) && !ModelParts.HasUnset(project, place) && reported.Add(place))
            {
                context.Report(new Problem(rule.Id, place, message) { Related = related });
            }
        }
    }

    private sealed record NetworkPools(string Name, string DockerName, IReadOnlyList<Subnet> Subnets, bool IsKnown, bool IsBridge);

    private sealed record Subnet(Cidr Range, string Text, SourcePlace Place)
    {
        public RelatedLocation Related => new(Place.Path, Place.Span, "The subnet is here");
    }

    private enum Family
    {
        V4,
        V6,
    }
}
