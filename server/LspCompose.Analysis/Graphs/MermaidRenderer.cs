using System.Globalization;
using System.Text;

namespace LspCompose.Analysis.Graphs;

/// <summary>Draws projects as a Mermaid flowchart.</summary>
public static class MermaidRenderer
{
    private const string Classes = """
          classDef service fill:#ddf4ff,stroke:#0969da,color:#1f2328
          classDef circular fill:#ffebe9,stroke:#cf222e,stroke-width:2px,color:#1f2328
          classDef ambassador fill:#fff8c5,stroke:#9a6700,stroke-width:2px,color:#1f2328
          classDef circularAmbassador fill:#fff8c5,stroke:#cf222e,stroke-width:3px,color:#1f2328
          classDef network fill:#dafbe1,stroke:#1a7f37,color:#1f2328
          classDef outside fill:#f6f8fa,stroke:#59636e,stroke-dasharray:4 3,color:#1f2328

        """;

    /// <summary>One flowchart of all panels; each panel with a caption is a subgraph.</summary>
    public static string Render(IReadOnlyList<GraphPanel> panels)
    {
        var text = new StringBuilder("flowchart LR\n");
        var ids = new GraphIds();
        var edges = 0;
        var circular = new List<int>();
        foreach (var panel in panels)
        {
            var group = Group(ids, panel.Caption);
            if (panel.Caption.Length > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"  subgraph {group}[\"{Escape(panel.Caption)}\"]\n");
            }

            AppendNodes(text, ids, group, panel.Graph);
            foreach (var edge in panel.Graph.Edges)
            {
                if (edge.IsInCircle)
                {
                    circular.Add(edges);
                }

                edges++;
                var arrow = edge.Kind is GraphEdgeKind.Link or GraphEdgeKind.VolumesFrom ? "-->" : edge.Kind is GraphEdgeKind.ExternalLink or GraphEdgeKind.DependsOn ? "-.->" : "==>";
                text.Append(CultureInfo.InvariantCulture, $"    {Service(ids, group, edge.From)} {arrow}|\"{Escape(edge.Label)}\"| {(edge.LeadsOutside ? Outside(ids, group, edge.To) : Service(ids, group, edge.To))}\n");
            }

            foreach (var network in panel.Graph.Networks)
            {
                foreach (var member in network.Members)
                {
                    edges++;
                    var label = member.Aliases.Count == 0 ? "" : $"|\"{Escape(string.Join(", ", member.Aliases))}\"|";
                    text.Append(CultureInfo.InvariantCulture, $"    {Service(ids, group, member.Service)} -.-{label} {Network(ids, group, network.Name)}\n");
                }
            }

            if (panel.Caption.Length > 0)
            {
                text.Append("  end\n");
            }
        }

        text.Append(Classes);
        if (circular.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"  linkStyle {string.Join(',', circular)} stroke:#cf222e,stroke-width:2px\n");
        }

        return text.ToString();
    }

    private static void AppendNodes(StringBuilder text, GraphIds ids, string group, ProjectGraph graph)
    {
        foreach (var service in graph.Services)
        {
            var lines = GraphText.Details(service).Prepend(service.Name).Select(Escape);
            var kind = (service.IsInCircle, service.IsAmbassador) switch
            {
                (true, true) => "circularAmbassador",
                (true, false) => "circular",
                (false, true) => "ambassador",
                _ => "service",
            };
            text.Append(CultureInfo.InvariantCulture, $"    {Service(ids, group, service.Name)}[\"{string.Join("<br/>", lines)}\"]:::{kind}\n");
        }

        foreach (var name in graph.Outside)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {Outside(ids, group, name)}[\"{Escape(name)}\"]:::outside\n");
        }

        foreach (var network in graph.Networks)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {Network(ids, group, network.Name)}([\"network {Escape(network.Name)}\"]):::network\n");
        }
    }

    // Words such as "end" mean something to Mermaid.
    private static string Group(GraphIds ids, string caption) => caption is "" or "before" or "after" ? caption : ids.Of("project_", caption);

    private static string Service(GraphIds ids, string group, string name) => ids.Of(Prefix(group) + "service_", name);

    private static string Outside(GraphIds ids, string group, string name) => ids.Of(Prefix(group) + "outside_", name);

    private static string Network(GraphIds ids, string group, string name) => ids.Of(Prefix(group) + "network_", name);

    private static string Prefix(string group) => group.Length == 0 ? "" : group + "_";

    /// <summary>
    /// Writes everything that could mean something to Mermaid or HTML as a code. Mermaid cuts the last semicolon off a line with <c>style</c>, a colon and a code, so
    /// colons beside codes become codes too.
    /// </summary>
    private static string Escape(string text)
    {
        var line = GraphText.Line(text);
        if (!line.Any(IsSpecial))
        {
            return line;
        }

        var escaped = new StringBuilder(line.Length);
        foreach (var character in line)
        {
            if (IsSpecial(character) || character == ':')
            {
                escaped.Append(CultureInfo.InvariantCulture, $"#{(int)character};");
            }
            else
            {
                escaped.Append(character);
            }
        }

        return escaped.ToString();
    }

    private static bool IsSpecial(char character) => character is '"' or '#' or '&' or '<' or '>' or '`' or '\\' or '%' or ';' or '$' or '*';
}
