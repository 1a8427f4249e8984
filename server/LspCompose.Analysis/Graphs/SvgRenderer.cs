using System.Globalization;
using System.Text;

namespace LspCompose.Analysis.Graphs;

/// <summary>Draws projects as SVG: nothing to load, no script, colours of the editor or for light and dark.</summary>
public static class SvgRenderer
{
    private const double Gap = 16;

    private const double KeyHeight = 34;

    private const double KeyItem = 116;

    /// <summary>One drawing of all panels, those of a project side by side.</summary>
    public static string Render(IReadOnlyList<GraphPanel> panels)
    {
        var drawn = panels.Select(panel => (panel.Project, Panel: new SvgPanel(panel))).GroupBy(panel => panel.Project, panel => panel.Panel).Select(row => row.ToList()).ToList();
        var keys = Keys(panels);
        var width = drawn.Select(row => row.Sum(panel => panel.Width + Gap)).Append(keys.Count * KeyItem).Max() + Gap;
        var height = drawn.Sum(row => row.Max(panel => panel.Height) + Gap) + Gap + (keys.Count == 0 ? 0 : KeyHeight);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"lspcompose-graph\" role=\"img\" aria-labelledby=\"lspcompose-title lspcompose-desc\" width=\"{width:0}\" height=\"{height:0}\" viewBox=\"0 0 {width:0} {height:0}\">\n");
        svg.Append("<title id=\"lspcompose-title\">Services and networks</title>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<desc id=\"lspcompose-desc\">{SvgPanel.Text(string.Join(" ", drawn.SelectMany(row => row).Select(panel => panel.Summary)))}</desc>\n");
        svg.Append("<style>\n").Append(SvgStyle.Css).Append("</style>\n");
        svg.Append("<defs>").Append(Tip("lspcompose-tip", "tip")).Append(Tip("lspcompose-tip-circular", "tip circular")).Append("</defs>\n");
        svg.Append("<rect class=\"back\" width=\"100%\" height=\"100%\"/>\n");
        var y = Gap;
        foreach (var row in drawn)
        {
            var x = Gap;
            foreach (var panel in row)
            {
                panel.Draw(svg, x, y);
                x += panel.Width + Gap;
            }

            y += row.Max(panel => panel.Height) + Gap;
        }

        for (var index = 0; index < keys.Count; index++)
        {
            var (style, text) = keys[index];
            var x = Gap + (index * KeyItem);
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"line {style}\" d=\"M{x:0} {y + 10:0} h26\"/><text x=\"{x + 32:0}\" y=\"{y + 14:0}\">{text}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>The kinds of line in the drawing, to explain below it.</summary>
    private static List<(string Style, string Text)> Keys(IReadOnlyList<GraphPanel> panels)
    {
        var edges = panels.SelectMany(panel => panel.Graph.Edges).ToList();
        var keys = edges.Where(edge => edge.Kind < GraphEdgeKind.NetworkMode).Select(edge => edge.Kind).Distinct().Order().Select(GraphEdgeKinds.Attribute).Select(name => (name, name)).ToList();
        if (edges.Exists(edge => edge.Kind >= GraphEdgeKind.NetworkMode))
        {
            keys.Add(("shared", "namespace"));
        }

        if (edges.Exists(edge => edge.IsInCircle))
        {
            keys.Add(("circular", "in a circle"));
        }

        return keys;
    }

    private static string Tip(string id, string style) =>
        $"<marker id=\"{id}\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"{style}\" d=\"M0 0L8 4L0 8z\"/></marker>";
}
