using System.Text.RegularExpressions;
using System.Xml.Linq;
using LspCompose.Analysis.Graphs;

namespace LspCompose.Analysis.Tests.Graphs;

public partial class GraphRendererTests
{
    private const string Circle = "services: {a: {image: x, links: ['b:db']}, b: {image: y, links: [a]}}\n";

    /// <summary>Names that mean something to Mermaid, Graphviz, XML or a terminal.</summary>
    private static readonly string[] OddNames =
    [
        "end", "subgraph", "default", "style", "class", "graph", "", " ", "a b", "a-b", "a_b", "a.b", "A_b", "1", "x\"]:::y", "x --> y", "<b>&amp;</b>", "]]>", "a\nb", "a\0b", "\u001b[31m",
        "\u202eabc", "käse", "日本", "\U0001F433", "#quot;", "%%{init: {}}%%", "`x`", "$$x$$", "back\\", "a\\nb", "style:x#y;", "|", "{}", "()", "'",
    ];

    private static string Odd => "services:\n" + string.Concat(OddNames.Select(name =>
        $"  {Quoted(name)}: {{image: {Quoted(name)}, links: [{Quoted("a b:" + name)}], networks: {{{Quoted(name)}: {{aliases: [{Quoted(name)}]}}}}}}\n"));

    [Fact]
    public void Mermaid_draws_before_and_after_as_subgraphs_of_one_flowchart()
    {
        var text = MermaidRenderer.Render(Pictures.Panels(Circle));

        Assert.StartsWith(
            """
            flowchart LR
              subgraph before["before"]
                before_service_a["a<br/>x"]:::circular
                before_service_b["b<br/>y"]:::circular
                before_network_default(["network default"]):::network
                before_service_a -->|"links as db"| before_service_b
                before_service_b -->|"links"| before_service_a
                before_service_a -.- before_network_default
                before_service_b -.- before_network_default
              end
              subgraph after["after"]

            """,
            text,
            StringComparison.Ordinal);
        Assert.Contains("-.-|\"db\"| after_network_", text, StringComparison.Ordinal);
        Assert.EndsWith("\n  linkStyle 0,1 stroke:#cf222e,stroke-width:2px\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Mermaid_colours_edges_of_circles_by_their_place_among_all_edges()
    {
        var text = MermaidRenderer.Render([new GraphPanel("", "", Pictures.Of("services: {t: {links: [a]}, a: {links: [b]}, b: {links: [a]}}").Before)]);

        var edges = text.Split('\n').Where(line => MermaidEdge().IsMatch(line)).ToList();
        Assert.Contains("  linkStyle 1,2 ", text, StringComparison.Ordinal);
        Assert.Equal("    service_a -->|\"links\"| service_b", edges[1]);
        Assert.DoesNotContain("subgraph", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Mermaid_has_an_identifier_and_an_escaped_label_for_every_name()
    {
        var text = MermaidRenderer.Render(Pictures.Panels(Odd));

        var nodes = text.Split('\n').Select(line => MermaidNode().Match(line)).Where(match => match.Success).Select(match => match.Groups["id"].Value).ToList();
        Assert.Equal(nodes.Count, nodes.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.True(nodes.Count >= 2 * OddNames.Length);
        foreach (var line in text.Split('\n')[1..^1])
        {
            Assert.True(MermaidNode().IsMatch(line) || MermaidEdge().IsMatch(line) || MermaidStyle().IsMatch(line), line);
        }
    }

    [Fact]
    public void A_label_of_Mermaid_with_a_code_has_no_colon_beside_it() =>
        Assert.Contains("[\"style#58;x#35;y#59;", MermaidRenderer.Render(Pictures.Panels(Odd)), StringComparison.Ordinal);

    [Fact]
    public void Graphviz_draws_before_and_after_as_clusters()
    {
        var text = DotRenderer.Render(Pictures.Panels(Circle));

        Assert.Contains("  subgraph cluster_before {\n    label=\"before\"\n", text, StringComparison.Ordinal);
        Assert.Contains("  subgraph cluster_after {\n    label=\"after\"\n", text, StringComparison.Ordinal);
        Assert.Contains("cluster_before_service_a -> cluster_before_service_b [label=\"links as db\" color=\"#cf222e\" penwidth=2]\n", text, StringComparison.Ordinal);
        Assert.EndsWith("  }\n}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Graphviz_gets_only_identifiers_and_closed_strings()
    {
        foreach (var line in DotRenderer.Render(Pictures.Panels(Odd)).Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal)))
        {
            Assert.Matches(DotStatement(), line);
        }
    }

    [Fact]
    public void The_drawing_marks_circles_and_ambassadors_and_says_so_in_words()
    {
        var svg = XElement.Parse(SvgRenderer.Render(Pictures.Panels(
            """
            services:
              a: {image: x, links: ["b:db"]}
              b: {image: x, links: [a]}
              web: {image: x, links: ["amb:a"]}
              amb: {image: cpuguy83/docker-grand-ambassador, command: -name shop_a_1}
            """)));

        var cards = Elements(svg, "g").Where(group => Classes(group).Contains("card")).ToList();
        Assert.Contains(cards, card => Classes(card).Contains("circular") && Name(card) == "a");
        Assert.Contains(cards, card => Classes(card).Contains("ambassador") && Name(card) == "amb");
        Assert.Contains(Elements(svg, "path"), path => Classes(path).Contains("circular") && Classes(path).Contains("links"));
        Assert.Contains(Elements(svg, "text"), text => text.Value == "as db");
        Assert.Equal(["before", "after"], Elements(svg, "text").Where(text => Classes(text).Contains("caption")).Select(text => text.Value));
        var description = Assert.Single(Elements(svg, "desc")).Value;
        Assert.Contains("before: 4 services, 1 network, 3 connections; in a circle: a, b; ambassadors: amb.", description, StringComparison.Ordinal);
        Assert.Equal("img", svg.Attribute("role")?.Value);
        Assert.All(svg.Attribute("aria-labelledby")?.Value.Split(' ') ?? [], id => Assert.Contains(svg.Descendants(), element => element.Attribute("id")?.Value == id));
    }

    [Fact]
    public void The_drawing_runs_and_loads_nothing()
    {
        var text = SvgRenderer.Render(Pictures.Panels(Odd));

        var svg = XElement.Parse(text);
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "script" or "image" or "a" or "foreignObject" or "use");
        Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName is "style" or "href" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.Equal(1, text.Split("<style>").Length - 1);
    }

    [Fact]
    public void Cards_of_a_drawing_do_not_overlap_and_lie_within_it()
    {
        var random = new Random(7);
        var services = Enumerable.Range(0, 60).Select(number =>
            $"  s{number}: {{image: registry.example/team/image{number}, links: [{string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => $"s{random.Next(60)}"))}]}}\n");
        var layout = Layout("services:\n" + string.Concat(services));

        foreach (var (box, index) in layout.Boxes.Select((box, index) => (box, index)))
        {
            Assert.InRange(box.X, 0, layout.Width - box.Width);
            Assert.InRange(box.Y, 0, layout.Height - box.Height);
            Assert.DoesNotContain(layout.Boxes.Skip(index + 1), other => box.X < other.X + other.Width && other.X < box.X + box.Width && box.Y < other.Y + other.Height && other.Y < box.Y + box.Height);
        }
    }

    [Fact]
    public void What_a_service_needs_is_drawn_below_it()
    {
        var layout = Layout("services: {db: {}, web: {links: [api]}, api: {links: [db]}, lone: {}}");

        Assert.Equal(["web", "api", "db", "lone"], new[] { "db", "web", "api", "lone" }.Zip(layout.Boxes).OrderBy(pair => pair.Second.Y).Select(pair => pair.First));
    }

    [Fact]
    public void A_circle_of_thousands_of_services_is_drawn_all_the_same()
    {
        var panels = new[] { new GraphPanel("", "", Pictures.Of("services:\n" + string.Concat(Enumerable.Range(0, 3000).Select(number => $"  s{number}: {{links: [s{(number + 1) % 3000}]}}\n"))).Before) };

        Assert.Equal(3000, Assert.Single(panels[0].Graph.Circles).Count);
        Assert.StartsWith("<svg ", SvgRenderer.Render(panels), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_project_is_always_drawn_alike()
    {
        Assert.Equal(MermaidRenderer.Render(Pictures.Panels(Odd)), MermaidRenderer.Render(Pictures.Panels(Odd)));
        Assert.Equal(DotRenderer.Render(Pictures.Panels(Odd)), DotRenderer.Render(Pictures.Panels(Odd)));
        Assert.Equal(SvgRenderer.Render(Pictures.Panels(Odd)), SvgRenderer.Render(Pictures.Panels(Odd)));
    }

    private static LayeredLayout Layout(string text)
    {
        var graph = Pictures.Of(text).Before;
        var names = graph.Services.Select(service => service.Name).ToList();
        return LayeredLayout.Of([.. graph.Services.Select(_ => (150.0, 70.0))], [.. graph.Edges.Select(edge => (names.IndexOf(edge.From), names.IndexOf(edge.To))).Distinct()]);
    }

    private static IEnumerable<XElement> Elements(XElement svg, string name) => svg.Descendants().Where(element => element.Name.LocalName == name);

    private static string[] Classes(XElement element) => element.Attribute("class")?.Value.Split(' ') ?? [];

    private static string Name(XElement card) => Elements(card, "text").First().Value;

    private static string Quoted(string text) => $"\"{string.Concat(text.Select(character => char.IsAsciiLetterOrDigit(character) ? $"{character}" : $"\\u{(int)character:x4}"))}\"";

    [GeneratedRegex("""^    (?<id>[A-Za-z0-9_]+)(\["[^"]*"\]|\(\["[^"]*"\]\)):::[a-zA-Z]+$""")]
    private static partial Regex MermaidNode();

    [GeneratedRegex("""^    [A-Za-z0-9_]+ (-->|-\.->|==>|-\.-)(\|"[^"]*"\|)? [A-Za-z0-9_]+$""")]
    private static partial Regex MermaidEdge();

    [GeneratedRegex("""^  (classDef [a-zA-Z]+|linkStyle [0-9,]+|subgraph (before|after)\["(before|after)"\]$|end$)""")]
    private static partial Regex MermaidStyle();

    [GeneratedRegex("""^    ([A-Za-z0-9_]+( -> [A-Za-z0-9_]+)? \[[a-z]+=("([^"\\]|\\.)*"|[a-z]+)( [a-z]+=("([^"\\]|\\.)*"|[a-z0-9]+))*\]|label="[^"]*")$""")]
    private static partial Regex DotStatement();
}
