using System.Globalization;
using System.Security;
using System.Text;

namespace LspCompose.Analysis.Graphs;

/// <summary>One panel of a drawing: networks as a legend of colours, services as cards below, lines between them.</summary>
internal sealed class SvgPanel
{
    private const double Margin = 20;

    private const double CaptionHeight = 30;

    private const double LegendHeight = 22;

    private const double MinWidth = 220;

    private const double LoopWidth = 18;

    private readonly GraphPanel panel;
    private readonly IReadOnlyList<ServiceCard> cards;
    private readonly IReadOnlyList<IGrouping<(int From, int To), GraphEdge>> lines;
    private readonly LayeredLayout layout;
    private readonly List<(double X, double Y)> legend = [];
    private readonly double top;

    public SvgPanel(GraphPanel panel)
    {
        this.panel = panel;
        var graph = panel.Graph;
        var networks = graph.Networks.SelectMany((network, index) => network.Members.Select(member => (member.Service, Entry: (index, network.Name, member.Aliases))))
            .ToLookup(entry => entry.Service, entry => entry.Entry, StringComparer.Ordinal);
        var outside = graph.Outside.ToList();
        cards = [.. graph.Services.Select(service => ServiceCard.Of(service, [.. networks[service.Name]])), .. outside.Select(ServiceCard.Outside)];
        var services = graph.Services.Select((service, index) => (service.Name, index)).ToDictionary(entry => entry.Name, entry => entry.index, StringComparer.Ordinal);
        var others = outside.Select((name, index) => (name, index)).ToDictionary(entry => entry.name, entry => entry.index + services.Count, StringComparer.Ordinal);
        lines = [.. graph.Edges.GroupBy(edge => (From: services[edge.From], To: edge.LeadsOutside ? others[edge.To] : services[edge.To]))];
        layout = LayeredLayout.Of([.. cards.Select(card => (card.Width, card.Height))], [.. lines.Select(line => line.Key)]);
        Width = Math.Max(Math.Max(MinWidth, Math.Ceiling(ServiceCard.TextWidth(GraphText.Line(panel.Caption)) * 1.5)), Math.Ceiling(layout.Width) + LoopWidth) + (2 * Margin);
        var y = PlaceLegend(Margin + (panel.Caption.Length == 0 ? 0 : CaptionHeight));
        top = graph.Networks.Count == 0 ? y : y + LegendHeight + 8;
        Height = Math.Ceiling(top + layout.Height + Margin);
    }

    public double Width { get; }

    public double Height { get; }

    /// <summary>What the panel shows, in one sentence.</summary>
    public string Summary
    {
        get
        {
            var graph = panel.Graph;
            var summary = new StringBuilder();
            summary.Append(panel.Caption.Length == 0 ? "" : $"{GraphText.Line(panel.Caption)}: ");
            summary.Append(CultureInfo.InvariantCulture, $"{Count(graph.Services.Count, "service")}, {Count(graph.Networks.Count, "network")}, {Count(graph.Edges.Count, "connection")}");
            foreach (var circle in graph.Circles)
            {
                summary.Append(CultureInfo.InvariantCulture, $"; in a circle: {string.Join(", ", circle.Select(GraphText.Line))}");
            }

            var ambassadors = graph.Services.Where(service => service.IsAmbassador).Select(service => GraphText.Line(service.Name)).ToList();
            return summary.Append(ambassadors.Count == 0 ? "" : $"; ambassadors: {string.Join(", ", ambassadors)}").Append('.').ToString();
        }
    }

    /// <summary>Draws the panel at a place.</summary>
    public void Draw(StringBuilder svg, double x, double y)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({x:0.#} {y:0.#})\">\n");
        if (panel.Caption.Length > 0)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"panel\" x=\"0.5\" y=\"0.5\" width=\"{Width - 1:0.#}\" height=\"{Height - 1:0.#}\" rx=\"8\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"caption\" x=\"{Margin}\" y=\"{Margin + 10}\">{Text(GraphText.Line(panel.Caption))}</text>\n");
        }

        DrawLegend(svg);
        svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({Margin + Math.Max(0, (Width - (2 * Margin) - layout.Width - LoopWidth) / 2):0.#} {top:0.#})\">\n");
        for (var index = 0; index < lines.Count; index++)
        {
            DrawLine(svg, lines[index], layout.Routes[index], layout.Boxes[lines[index].Key.From]);
        }

        for (var index = 0; index < cards.Count; index++)
        {
            DrawCard(svg, cards[index], layout.Boxes[index]);
        }

        for (var index = 0; index < lines.Count; index++)
        {
            DrawLabel(svg, lines[index], layout.Routes[index]);
        }

        svg.Append("</g>\n</g>\n");
    }

    /// <summary>Escapes a text for XML.</summary>
    public static string Text(string text) => SecurityElement.Escape(text);

    private double PlaceLegend(double y)
    {
        var x = Margin;
        foreach (var network in panel.Graph.Networks)
        {
            var width = ServiceCard.TextWidth(Describe(network)) + 34;
            if (x > Margin && x + width > Width - Margin)
            {
                x = Margin;
                y += LegendHeight;
            }

            legend.Add((x, y));
            x += width;
        }

        return y;
    }

    private static string Describe(GraphNetwork network) => $"network {GraphText.Line(network.Name)}, {Count(network.Members.Count, "service")}";

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string Colour(int network) => string.Create(CultureInfo.InvariantCulture, $"n{network % SvgStyle.NetworkColours}");

    private void DrawLegend(StringBuilder svg)
    {
        for (var index = 0; index < legend.Count; index++)
        {
            var (x, y) = legend[index];
            var network = panel.Graph.Networks[index];
            svg.Append(CultureInfo.InvariantCulture, $"<g class=\"network\"><title>{Text(string.Join("\n", network.Members.Select(member => GraphText.Line(member.Service)).Prepend(Describe(network))))}</title>");
            svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"{Colour(index)}\" cx=\"{x + 5:0.#}\" cy=\"{y + 6:0.#}\" r=\"5\"/><text x=\"{x + 15:0.#}\" y=\"{y + 10:0.#}\">{Text(Describe(network))}</text></g>\n");
        }
    }

    private static void DrawCard(StringBuilder svg, ServiceCard card, LayoutSlot place)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"{card.Kind}\" transform=\"translate({place.X:0.#} {place.Y:0.#})\"><title>{Text(card.Title)}</title>");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{card.Width:0.#}\" height=\"{card.Height:0.#}\" rx=\"6\"/>");
        var y = ServiceCard.Padding + 11;
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"name\" x=\"{ServiceCard.Padding}\" y=\"{y:0.#}\">{Text(card.Name)}</text>");
        y += ServiceCard.NameHeight - 1;
        for (var index = 0; index < card.Details.Count; index++)
        {
            var (detail, style) = (card.Details[index], index == 0 ? "dim role" : "dim");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{style}\" x=\"{ServiceCard.Padding}\" y=\"{y:0.#}\">{Text(detail)}</text>");
            y += ServiceCard.LineHeight;
        }

        foreach (var (network, text) in card.Networks)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"{Colour(network)}\" cx=\"{ServiceCard.Padding + 4}\" cy=\"{y - 4:0.#}\" r=\"4\"/><text x=\"{ServiceCard.Padding + 14}\" y=\"{y:0.#}\">{Text(text)}</text>");
            y += ServiceCard.LineHeight;
        }

        svg.Append("</g>\n");
    }

    private static void DrawLine(StringBuilder svg, IEnumerable<GraphEdge> edges, IReadOnlyList<LayoutSlot> route, LayoutSlot start)
    {
        if (route.Count == 0)
        {
            DrawLoop(svg, edges, start);
            return;
        }

        var path = new StringBuilder();
        for (var step = 1; step < route.Count; step++)
        {
            var (from, to) = (Leaving(route[step - 1], route[step]), Arriving(route[step], route[step - 1]));
            var bend = (to.Y - from.Y) / 2;
            path.Append(CultureInfo.InvariantCulture, $"{(step == 1 ? "M" : " L")}{from.X:0.#} {from.Y:0.#} C{from.X:0.#} {from.Y + bend:0.#} {to.X:0.#} {to.Y - bend:0.#} {to.X:0.#} {to.Y:0.#}");
        }

        DrawPath(svg, edges, path.ToString());
    }

    /// <summary>From a card to itself: an ear at its right side.</summary>
    private static void DrawLoop(StringBuilder svg, IEnumerable<GraphEdge> edges, LayoutSlot box)
    {
        var (right, middle) = (box.X + box.Width, box.Y + (box.Height / 2));
        DrawPath(svg, edges, string.Create(CultureInfo.InvariantCulture, $"M{right:0.#} {middle - 10:0.#} C{right + LoopWidth:0.#} {middle - 16:0.#} {right + LoopWidth:0.#} {middle + 16:0.#} {right + 1:0.#} {middle + 10:0.#}"));
    }

    private static void DrawPath(StringBuilder svg, IEnumerable<GraphEdge> edges, string path)
    {
        var isCircular = edges.Any(edge => edge.IsInCircle);
        var kind = edges.Min(edge => edge.Kind) switch
        {
            >= GraphEdgeKind.NetworkMode => "shared",
            var first => GraphEdgeKinds.Attribute(first),
        };
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"line {kind}{(isCircular ? " circular" : "")}\" marker-end=\"url(#lspcompose-tip{(isCircular ? "-circular" : "")})\" d=\"{path}\"><title>{Text(Describe(edges))}</title></path>\n");
    }

    private static void DrawLabel(StringBuilder svg, IEnumerable<GraphEdge> edges, IReadOnlyList<LayoutSlot> route)
    {
        // An alias is what a drawing of links is looked at for; the other labels are in the titles.
        var aliases = edges.Where(edge => edge.Alias is not null && edge.Alias != edge.To).Select(edge => GraphText.Line(edge.Alias ?? "")).Distinct(StringComparer.Ordinal).ToList();
        if (aliases.Count > 0 && route.Count > 0)
        {
            var (from, to) = (Leaving(route[0], route[1]), Arriving(route[1], route[0]));
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"label\" text-anchor=\"middle\" x=\"{(from.X + to.X) / 2:0.#}\" y=\"{((from.Y + to.Y) / 2) + 4:0.#}\">as {Text(string.Join(", ", aliases))}</text>\n");
        }
    }

    private static string Describe(IEnumerable<GraphEdge> edges) => string.Join("\n", edges.Select(edge => GraphText.Line($"{edge.From} → {edge.To}: {edge.Label}{(edge.IsInCircle ? " (in a circle)" : "")}")));

    // The ends of lines share a card's edge in the order of what they lead to.
    private static (double X, double Y) Leaving(LayoutSlot slot, LayoutSlot next) => next.Row > slot.Row ? (Port(slot, next, slot.Down), slot.Y + slot.Height) : (LastPort(slot, next, slot.Up), slot.Y);

    private static (double X, double Y) Arriving(LayoutSlot slot, LayoutSlot last) => last.Row < slot.Row ? (Port(slot, last, slot.Up), slot.Y) : (LastPort(slot, last, slot.Down), slot.Y + slot.Height);

    private static double Port(LayoutSlot slot, LayoutSlot other, List<LayoutSlot> side) => At(slot, side.Count(each => each.Center < other.Center), side.Count);

    // Where lines lead both ways between two cards, the one upwards is to the right.
    private static double LastPort(LayoutSlot slot, LayoutSlot other, List<LayoutSlot> side) => At(slot, side.Count(each => each.Center <= other.Center) - 1, side.Count);

    private static double At(LayoutSlot slot, int index, int count) => slot.X + (slot.Width * (index + 1) / (count + 1));
}
