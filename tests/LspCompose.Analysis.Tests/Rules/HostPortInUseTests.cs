using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Tests.Engines;

namespace LspCompose.Analysis.Tests.Rules;

public class HostPortInUseTests
{
    private static readonly EngineContainer Gateway = MadeUp.Container("gateway", "traefik") with { Ports = [MadeUp.Port(8080, 80), MadeUp.Port(53, 53, "udp"), MadeUp.Port(9000, 9000, address: "127.0.0.1"), MadeUp.Port(9001, 9000, address: "127.0.0.1")] };

    [Fact]
    public void A_container_made_from_files_that_may_use_this_one_is_not_in_its_way()
    {
        var a = MadeUp.Running("a", "nginx") with { Ports = [MadeUp.Port(8080, 80)] };
        var engine = MadeUp.Engine(a with { Name = "front", Labels = new Dictionary<string, string>(a.Labels) { ["com.docker.compose.project.config_files"] = "/p/compose.yaml" } });
        Markers.CheckProject(engine, ("/p/base.yaml", "services:\n  base: {image: nginx, container_name: front, ports: ['8080:80']}\n"));
    }

    [Fact]
    public void A_port_belongs_to_one_container() => Markers.CheckProject(
        MadeUp.Engine(Gateway),
        ("/p/compose.yaml",
        """
        services:
          web:
            image: nginx
            ports:
              - "8080:80"
        #        ^^^^ host-port-in-use Port 8080 of the host is taken: container 'gateway' publishes it, so service 'web' cannot start. Stop it with 'docker stop gateway', or choose another port.
              - "53:53/udp"
        #        ^^ host-port-in-use Port 53/udp of the host is taken
              - {target: 1, published: "9000"}
        #                              ^^^^^^ host-port-in-use Port 9000
              - "[::1]:9001:9000"
              - "127.0.0.2:9001:9001"
              - "53:53"
              - "80"
          host: {image: nginx, network_mode: host, ports: []}
        """));

    [Fact]
    public void A_range_is_taken_when_nothing_of_it_is_left() => Markers.CheckProject(
        MadeUp.Engine(Gateway, MadeUp.Container("other", "x") with { Ports = [MadeUp.Port(8081, 80)] }),
        ("/p/compose.yaml",
        """
        services:
          web:
            image: nginx
            ports:
              - "8080-8081:80"
        #        ^^^^^^^^^ host-port-in-use No port of the host from 8080 to 8081 is left for service 'web': container 'gateway' and container 'other' publish them.
              - "8080-8082:81"
        """));

    [Fact]
    public void Containers_of_the_service_itself_and_stopped_ones_have_no_say() => Markers.CheckProject(
        MadeUp.Engine(MadeUp.Running("web", "nginx") with { Ports = [MadeUp.Port(8080, 80)] }, MadeUp.Container("old", "nginx") with { State = ContainerState.Exited, Ports = [MadeUp.Port(8080, 80)] }, MadeUp.Container("busy", "nginx") with { Ports = [MadeUp.Port(9000, 80)] }),
        ("/p/compose.yaml", "services: {web: {image: nginx, ports: ['8080:80']}, debug: {image: nginx, profiles: [debug], ports: ['9000:80']}}\n"));

    [Fact]
    public void Other_projects_and_services_are_named_with_what_to_do() => Markers.CheckProject(
        MadeUp.Engine(
            MadeUp.Running("api", "nginx") with { Ports = [MadeUp.Port(8080, 80)] },
            MadeUp.Running("gone", "nginx") with { Ports = [MadeUp.Port(8081, 80)] },
            MadeUp.Running("web", "nginx") with { Name = "q-web-1", Labels = MadeUp.Labels("q", "web"), Ports = [MadeUp.Port(8082, 80)] }),
        ("/p/compose.yaml",
        """
        services:
          web:
            image: nginx
            ports:
              - "8080:80"
        #        ^^^^ host-port-in-use container 'p-api-1' of this project's service 'api' publishes it, so service 'web' cannot start. Have it made anew first with 'docker compose up -d api'
              - "8081:81"
        #        ^^^^ host-port-in-use Remove it with 'docker compose up -d --remove-orphans'
              - "8082:82"
        #        ^^^^ host-port-in-use container 'q-web-1' of project 'q' publishes it, so service 'web' cannot start. Stop it with 'docker stop q-web-1'
          api:
            image: nginx
        """));

    [Fact]
    public void What_two_services_of_the_file_both_ask_for_is_told_once() => Markers.CheckProject(
        MadeUp.Engine(MadeUp.Running("api", "nginx") with { Ports = [MadeUp.Port(8080, 80)] }),
        ("/p/compose.yaml", "services:\n  api: {image: nginx, ports: ['8080:80']}\n  web: {image: nginx, ports: ['8080:80']}\n#                              ^^^^ port-conflict\n"));

    [Fact]
    public void Each_file_tells_its_own_ports_also_when_another_entry_is_broken() => Markers.CheckProject(
        MadeUp.Engine(Gateway),
        ("/p/compose.yaml", "services:\n  web: {image: nginx}\n  bad: [\n#      ^ syntax-error\n"),
        ("/p/compose.override.yaml", "services:\n  web: {ports: ['8080:80']}\n#                ^^^^ host-port-in-use\n"));
}
