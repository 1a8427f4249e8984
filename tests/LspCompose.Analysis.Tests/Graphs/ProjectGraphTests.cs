using LspCompose.Analysis.Graphs;
using LspCompose.Analysis.Tests.Projects;

namespace LspCompose.Analysis.Tests.Graphs;

public class ProjectGraphTests
{
    [Fact]
    public void Services_without_networks_are_on_the_implicit_default_network()
    {
        var graph = Of("services: {web: {image: nginx}, db: {networks: [back]}, host: {network_mode: host}}");

        Assert.Equal(["default: web", "back: db"], Networks(graph));
        Assert.Equal([null, null, "host"], graph.Services.Select(service => service.NetworkMode));
        Assert.Equal("nginx", graph.Services[0].Image);
        Assert.All(graph.Networks, network => Assert.False(network.IsDeclared));
    }

    [Fact]
    public void Networks_come_in_the_order_they_are_declared_with_the_aliases_of_their_members()
    {
        var graph = Of(
            """
            services:
              web: {networks: {front: {aliases: [www, shop]}, back: }}
              db: {networks: [back]}
            networks: {unused: , back: , front: }
            """);

        Assert.Equal(["unused:", "back: web db", "front: web(www,shop)"], Networks(graph));
        Assert.All(graph.Networks, network => Assert.True(network.IsDeclared));
    }

    [Fact]
    public void Every_attribute_that_ties_services_together_is_an_edge()
    {
        var graph = Of(
            """
            services:
              a:
                links: [b, "b:db"]
                external_links: [other_1, "fixed:ext"]
                depends_on: {b: {condition: service_started}}
                volumes_from: ["b:ro", "container:elsewhere"]
                network_mode: service:b
                pid: service:b
                ipc: service:b
                uts: service:b
                cgroup: service:b
              b: {container_name: fixed}
            """);

        Assert.Equal(
            [
                "a -> b links", "a -> b links as db", "a -> other_1 external_links outside", "a -> b external_links as ext", "a -> b depends_on", "a -> b volumes_from",
                "a -> b cgroup", "a -> b ipc", "a -> b network_mode", "a -> b pid", "a -> b uts",
            ],
            Edges(graph));
        Assert.Empty(graph.Circles);
    }

    [Fact]
    public void A_service_that_is_not_defined_is_outside()
    {
        var graph = Of("services: {a: {links: ['gone:db'], depends_on: [gone]}}");

        Assert.Equal(["a -> gone links as db outside", "a -> gone depends_on outside"], Edges(graph));
        Assert.Equal(["gone"], graph.Outside);
    }

    [Fact]
    public void Circles_are_closed_by_edges_of_every_kind_but_external_links()
    {
        var graph = Of(
            """
            services:
              tail: {links: [a]}
              b: {depends_on: [a]}
              a: {links: [b], external_links: [tail]}
              self: {links: ["self:me"]}
              x: {external_links: [y]}
              y: {external_links: [x]}
            """);

        Assert.Equal(["b a", "self"], graph.Circles.Select(circle => string.Join(' ', circle)));
        Assert.Equal(["b", "a", "self"], graph.Services.Where(service => service.IsInCircle).Select(service => service.Name));
        Assert.Equal(["b->a", "a->b", "self->self"], graph.Edges.Where(edge => edge.IsInCircle).Select(edge => $"{edge.From}->{edge.To}"));
    }

    [Fact]
    public void The_first_format_is_read_with_its_own_words()
    {
        var graph = Of("web: {image: nginx, links: ['db:mysql'], net: bridge}\ndb: {image: mysql, net: 'container:web'}\n");

        Assert.Equal(["web -> db links as mysql", "db -> web network_mode"], Edges(graph));
        Assert.Equal(["default: web"], Networks(graph));
        Assert.Equal("web db", string.Join(' ', Assert.Single(graph.Circles)));
    }

    [Fact]
    public void Ambassadors_are_marked_with_what_they_stand_for()
    {
        var graph = Of(
            """
            services:
              web: {links: ["amb:api"]}
              api: {links: ["amb:web"]}
              amb: {image: cpuguy83/docker-grand-ambassador, command: "-name shop_web_1 -name shop_api_1 -name alien"}
            """);

        var ambassador = Assert.Single(graph.Services, service => service.IsAmbassador);
        Assert.Equal("amb", ambassador.Name);
        Assert.Equal(["web", "api", "alien"], ambassador.Fronts);
    }

    [Fact]
    public void An_override_file_adds_to_the_services_of_the_same_name()
    {
        var graph = Of(
            "services:\n  web: {image: nginx, links: [db], networks: [front]}\n  db: {image: mysql}\n",
            "services:\n  web: {image: nginx:2, links: [db, 'db:sql'], networks: {front: {aliases: [www]}}}\n  db: {network_mode: host}\n  new: {}\n");

        Assert.Equal(["web", "db", "new"], graph.Services.Select(service => service.Name));
        Assert.Equal(["nginx:2", "mysql", null], graph.Services.Select(service => service.Image));
        Assert.Equal(["web -> db links", "web -> db links as sql"], Edges(graph));
        Assert.Equal(["default: new", "front: web(www)"], Networks(graph));
    }

    [Theory]
    [InlineData("links: !reset []", "")]
    [InlineData("links: !override [api]", "web -> api links")]
    [InlineData("links: []", "web -> db links")]
    public void A_reset_takes_back_what_the_file_before_says(string attribute, string expected)
    {
        var graph = Of("services: {web: {links: [db]}, db: {}, api: {}}", $"services: {{web: {{{attribute}}}}}");

        Assert.Equal(expected, string.Join("; ", Edges(graph)));
    }

    [Fact]
    public void Included_and_extended_files_take_part()
    {
        var workspace = new MemoryFiles(
            ("/p/compose.yaml", "include: [sub/more.yaml, {path: [gone.yaml]}]\nservices: {web: {extends: {file: base.yaml, service: base}, links: [db]}}"),
            ("/p/sub/more.yaml", "include: [../compose.yaml]\nservices: {db: {image: mysql}}"),
            ("/p/base.yaml", "services: {base: {extends: root}, root: {image: nginx, depends_on: [db]}}")).Open("/p/compose.yaml", "/p/sub/more.yaml", "/p/base.yaml");

        var graph = ProjectGraphs.Of(workspace, ["/p/compose.yaml"]);

        Assert.Equal(["db mysql", "web nginx"], graph.Services.Select(service => $"{service.Name} {service.Image}"));
        Assert.Equal(["web -> db links", "web -> db depends_on"], Edges(graph));
    }

    [Theory]
    [InlineData("")]
    [InlineData("services:")]
    [InlineData("services: [")]
    [InlineData("- a\n- b\n")]
    [InlineData("services: {a: {extends: a, links: {b: c}, networks: x, external_links: {}}, b: }")]
    [InlineData("services:\n  a: &a\n    extends: b\n    <<: *a\n  b:\n    extends: {service: a}\n    links: [*a, null, '']\n")]
    public void Broken_files_have_a_picture_of_what_can_be_read(string text)
    {
        var graph = Of(text);

        Assert.Empty(graph.Circles);
        Assert.DoesNotContain("\r", MermaidRenderer.Render([new GraphPanel("", "", graph)]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_picture_after_is_that_of_the_migrated_files()
    {
        var picture = Pictures.Of("services: {a: {image: x, links: ['b:db']}, b: {image: y, links: [a]}}\n");

        Assert.Equal(["/p/0.yaml"], picture.Files);
        Assert.Single(picture.Before.Circles);
        Assert.Empty(picture.After.Circles);
        Assert.DoesNotContain(picture.After.Edges, edge => edge.Kind == GraphEdgeKind.Link);
        Assert.Contains(picture.After.Networks, network => network.Members.Any(member => member.Service == "b" && member.Aliases.Contains("db")));
    }

    [Fact]
    public void Of_two_equal_pictures_one_is_drawn_without_a_caption()
    {
        var same = Pictures.Of("services: {a: {image: x}}\n");
        var changed = Pictures.Of("services: {a: {image: x, links: [b]}, b: {image: y}}\n");

        Assert.Equal([""], GraphPanels.Of([("p", same)], GraphState.Both).Select(panel => panel.Caption));
        Assert.Equal(["before", "after"], GraphPanels.Of([("p", changed)], GraphState.Both).Select(panel => panel.Caption));
        Assert.Equal(["p", "q: before", "q: after"], GraphPanels.Of([("p", same), ("q", changed)], GraphState.Both).Select(panel => panel.Caption));
        Assert.Same(changed.After, Assert.Single(GraphPanels.Of([("p", changed)], GraphState.After)).Graph);
        Assert.Same(changed.Before, Assert.Single(GraphPanels.Of([("p", changed)], GraphState.Before)).Graph);
    }

    private static ProjectGraph Of(params string[] texts) => Pictures.Of(texts).Before;

    private static IEnumerable<string> Networks(ProjectGraph graph) => graph.Networks.Select(network =>
        $"{network.Name}:{string.Concat(network.Members.Select(member => $" {member.Service}{(member.Aliases.Count == 0 ? "" : $"({string.Join(',', member.Aliases)})")}"))}");

    private static IEnumerable<string> Edges(ProjectGraph graph) => graph.Edges.Select(edge => $"{edge.From} -> {edge.To} {edge.Label}{(edge.LeadsOutside ? " outside" : "")}");
}
