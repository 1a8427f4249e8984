using System.Globalization;
using System.Text;

namespace LspCompose.Analysis.Graphs;

/// <summary>Draws projects as a Graphviz graph.</summary>
public static class DotRenderer
{
    private const string Head = """
        digraph lspcompose {
          rankdir=LR
          node [shape=box style="rounded,filled" fillcolor="#ddf4ff" color="#0969da" fontname="sans-serif"]
          edge [color="#59636e" fontname="sans-serif" fontsize=10]

        """;

    /// <summary>One directed graph of all panels; each panel with a caption is a cluster.</summary>
    public static string Render(IReadOnlyList<GraphPanel> panels)
    {
        var text = new StringBuilder(Head);
        var ids = new GraphIds();
        foreach (var panel in panels)
        {
            var group = panel.Caption.Length == 0 ? "" : ids.Of("cluster_", panel.Caption);
            if (group.Length > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"  subgraph {group} {{\n    label={Quote(panel.Caption)}\n");
            }

            AppendNodes(text, ids, group, panel.Graph);
            AppendEdges(text, ids, group, panel.Graph);
            if (group.Length > 0)
            {
                text.Append("  }\n");
            }
        }

        return text.Append("}\n").ToString();
    }

    private static void AppendNodes(StringBuilder text, GraphIds ids, string group, ProjectGraph graph)
    {
        foreach (var service in graph.Services)
        {
            var style = (service.IsAmbassador ? " fillcolor=\"#fff8c5\" color=\"#9a6700\"" : service.IsInCircle ? " fillcolor=\"#ffebe9\"" : "")
                + (service.IsInCircle ? " color=\"#cf222e\" penwidth=2" : "");
            text.Append(CultureInfo.InvariantCulture, $"    {Id(ids, group, "service", service.Name)} [label={Quote([service.Name, .. GraphText.Details(service)])}{style}]\n");
        }

        foreach (var name in graph.Outside)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {Id(ids, group, "outside", name)} [label={Quote(name)} style=\"rounded,dashed\" color=\"#59636e\"]\n");
        }

        foreach (var network in graph.Networks)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {Id(ids, group, "network", network.Name)} [label={Quote($"network {GraphText.Line(network.Name)}")} shape=ellipse style=filled fillcolor=\"#dafbe1\" color=\"#1a7f37\"]\n");
        }
    }

    private static void AppendEdges(StringBuilder text, GraphIds ids, string group, ProjectGraph graph)
    {
        foreach (var edge in graph.Edges)
        {
            var style = (edge.Kind is GraphEdgeKind.DependsOn or GraphEdgeKind.ExternalLink ? " style=dashed" : "") + (edge.IsInCircle ? " color=\"#cf222e\" penwidth=2" : "");
            text.Append(CultureInfo.InvariantCulture, $"    {Id(ids, group, "service", edge.From)} -> {Id(ids, group, edge.LeadsOutside ? "outside" : "service", edge.To)} [label={Quote(edge.Label)}{style}]\n");
        }

        foreach (var network in graph.Networks)
        {
            foreach (var member in network.Members)
            {
                var label = member.Aliases.Count == 0 ? "" : $" label={Quote(string.Join(", ", member.Aliases))}";
                text.Append(CultureInfo.InvariantCulture, $"    {Id(ids, group, "service", member.Service)} -> {Id(ids, group, "network", network.Name)} [dir=none style=dotted color=\"#1a7f37\"{label}]\n");
            }
        }
    }

    private static string Id(GraphIds ids, string group, string kind, string name) => ids.Of((group.Length == 0 ? "" : group + "_") + kind + "_", name);

    private static string Quote(params IEnumerable<string> lines) => $"\"{string.Join("\\n", lines.Select(Escape))}\"";

    // Graphviz reads HTML codes in any text.
    private static string Escape(string text) =>
        GraphText.Line(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("&", "&amp;", StringComparison.Ordinal);
}
