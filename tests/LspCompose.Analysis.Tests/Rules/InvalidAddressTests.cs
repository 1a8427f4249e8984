using LspCompose.Analysis.Features;
using LspCompose.Analysis.Tests.Projects;

namespace LspCompose.Analysis.Tests.Rules;

public class InvalidAddressTests
{
    [Fact]
    public void Text_that_is_no_address_is_marked() => Markers.Check(
        """
        services:
          web:
            image: nginx
            mac_address: 02:42:ac:11:00
        #                ^^^^^^^^^^^^^^ invalid-address is not a hardware address
            dns: [8.8.8.8, dns.example.com, 1.1.1.256]
        #                  ^^^^^^^^^^^^^^^ invalid-address Name servers
        #                                   ^^^^^^^^^ invalid-address
            extra_hosts:
              - "gate:host-gateway"
              - "other=10.0.0.999"
        #              ^^^^^^^^^^ invalid-address 'host-gateway'
              - "six:[::1]"
              - "seven=fe80::1"
            networks:
              back:
                ipv4_address: 172.28.0.010
        #                     ^^^^^^^^^^^^ invalid-address is not an IPv4 address
                ipv6_address: 172.28.0.10
        #                     ^^^^^^^^^^^ invalid-address is not an IPv6 address
                link_local_ips: [169.254.8]
        #                        ^^^^^^^^^ invalid-address
          db:
            build: {context: ., extra_hosts: {up: example.com}}
        #                                         ^^^^^^^^^^^ invalid-address
            networks: [back]
        networks:
          back:
            ipam:
              config:
                - subnet: 172.28.0.0
        #                 ^^^^^^^^^^ invalid-address is not a subnet
        """);

    [Fact]
    public void Parts_of_a_network_must_lie_in_its_subnet() => Markers.Check(
        """
        networks:
          back:
            ipam:
              config:
                - subnet: 172.28.0.0/24
                  gateway: 172.28.1.1
        #                  ^^^^^^^^^^ invalid-address Gateway 172.28.1.1 is not in its subnet 172.28.0.0/24
                  ip_range: 172.28.0.0/16
        #                   ^^^^^^^^^^^^^ invalid-address is not inside its subnet
                  aux_addresses: {a: 172.28.0.5, b: 10.0.0.1}
        #                                           ^^^^^^^^ invalid-address Address 10.0.0.1
                - subnet: fd00:1::/64
                  gateway: fd00:1::1
                  ip_range: fd00:1::/80
                - {subnet: 10.9.0.0/16, gateway: 10.9.0.1/16}
        #                                        ^^^^^^^^^^^ invalid-address without the length of a prefix
        services:
          web: {image: x, networks: [back]}
        """);

    [Fact]
    public void A_fixed_address_needs_a_subnet_around_it() => Markers.Check(
        """
        services:
          web:
            image: nginx
            networks:
              back: {ipv4_address: 172.29.0.10, ipv6_address: fd00::1}
        #                          ^^^^^^^^^^^ invalid-address is in no subnet of network 'back' (172.28.0.0/24, 10.0.0.0/8)
        #                                                     ^^^^^^^ invalid-address has no IPv6 subnet of its own
              plain: {ipv4_address: 10.0.0.7}
        #                           ^^^^^^^^ invalid-address has no IPv4 subnet of its own
              default: {ipv4_address: 10.0.0.8}
        #                             ^^^^^^^^ invalid-address Network 'default'
              outside: {ipv4_address: 10.0.0.9}
              plugin: {ipv4_address: 10.0.0.9}
          db: {image: x, networks: {back: {ipv4_address: 10.0.0.7}}}
        networks:
          back:
            ipam: {config: [{subnet: 172.28.0.0/24}, {subnet: 10.0.0.0/8}]}
          plain:
          outside: {external: true}
          plugin: {ipam: {driver: mine}}
        """);

    [Fact]
    public void Addresses_and_subnets_are_given_once() => Markers.Check(
        """
        services:
          a: {image: x, networks: {back: {ipv4_address: 172.28.0.5}, front: {}}}
          b: {image: x, networks: {back: {ipv4_address: 172.28.0.5}}}
        #                                               ^^^^^^^^^^ invalid-address Service 'b' has the address 172.28.0.5 in network 'back', and so does service 'a'
          c: {image: x, profiles: [one], networks: {back: {ipv4_address: 172.28.0.6}}}
          d: {image: x, profiles: [two], networks: {back: {ipv4_address: 172.28.0.6}}}
        networks:
          back: {ipam: {config: [{subnet: 172.28.0.0/24}]}}
          front: {ipam: {config: [{subnet: 172.28.0.0/16}]}}
        #                                  ^^^^^^^^^^^^^ invalid-address overlaps with 172.28.0.0/24 of network 'back'
          # lspcompose: ignore unused-network
          vlan: {driver: macvlan, ipam: {config: [{subnet: 172.28.0.0/16}]}}
          # lspcompose: ignore unused-network
          outside: {external: true}
          # lspcompose: ignore unused-network
          unused: {ipam: {config: [{subnet: 172.28.0.0/16}]}}
        """);

    [Theory]
    [InlineData("dns: ['${DNS}']")]
    [InlineData("dns: ['${DNS}.1']")]
    [InlineData("networks: {back: {ipv4_address: '${IP}'}}")]
    [InlineData("networks: {back: {ipv4_address: '${NET}.5'}}")]
    [InlineData("networks: {var: {ipv4_address: 10.1.2.3}}")]
    [InlineData("extra_hosts: {gate: '${GATE}'}")]
    public void What_an_unset_variable_takes_part_in_is_not_judged(string attribute) => Assert.DoesNotContain(
        Markers.Find($"services:\r\n  web:\r\n    image: x\r\n    {attribute}\r\nnetworks:\r\n  back: {{ipam: {{config: [{{subnet: 10.1.0.0/16}}]}}}}\r\n  var: {{ipam: {{config: [{{subnet: \"${{NET}}\"}}]}}}}\r\n"),
        finding => finding.Rule.Id == "invalid-address");

    [Fact]
    public void A_network_may_get_its_subnet_from_another_file()
    {
        const string main = "services:\n  web: {image: x, networks: {back: {ipv4_address: 10.1.0.5}}}\nnetworks: {back: }\n";
        var workspace = new MemoryFiles(("compose.yaml", main), ("compose.override.yaml", "networks:\n  back: {ipam: {config: [{subnet: 10.2.0.0/16}]}}\n"))
            .Open("compose.yaml", "compose.override.yaml");

        Assert.Contains("in no subnet", Assert.Single(Diagnostics.For(workspace, "compose.yaml", TestContext.Current.CancellationToken).Findings).Message, StringComparison.Ordinal);
        Assert.Empty(Diagnostics.For(workspace, "compose.override.yaml", TestContext.Current.CancellationToken).Findings);
        Assert.Empty(Markers.Find(main, "compose.override.yaml"));
    }
}
