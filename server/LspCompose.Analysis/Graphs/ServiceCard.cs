using System.Text;

namespace LspCompose.Analysis.Graphs;

/// <summary>The box of a service in a drawing: its lines of text, cut to fit, and its size in pixels.</summary>
internal sealed class ServiceCard
{
    /// <summary>The space between the edge and the text.</summary>
    public const double Padding = 12;

    /// <summary>The height of the name.</summary>
    public const double NameHeight = 18;

    /// <summary>The height of any other line.</summary>
    public const double LineHeight = 16;

    private const double MinWidth = 120;

    private const double MaxWidth = 260;

    private const double DotWidth = 14;

    private const double NameCharacter = 8.6;

    private const double Character = 6.8;

    private ServiceCard(string title, string name, IReadOnlyList<string> details, IReadOnlyList<(int Network, string Text)> networks, string kind)
    {
        var width = details.Select(TextWidth).Concat(networks.Select(network => TextWidth(network.Text) + DotWidth)).Append(Measure(GraphText.Line(name), NameCharacter)).Max();
        Width = Math.Clamp(Math.Ceiling(width) + (2 * Padding), MinWidth, MaxWidth);
        Height = (2 * Padding) + NameHeight + (LineHeight * (details.Count + networks.Count)) - 4;
        Title = title;
        Kind = kind;
        Name = Cut(GraphText.Line(name), NameCharacter, Width - (2 * Padding));
        Details = [.. details.Select(detail => Cut(GraphText.Line(detail), Character, Width - (2 * Padding)))];
        Networks = [.. networks.Select(network => (network.Network, Cut(network.Text, Character, Width - (2 * Padding) - DotWidth)))];
    }

    /// <summary>Everything about it in words.</summary>
    public string Title { get; }

    /// <summary>Its style classes.</summary>
    public string Kind { get; }

    public string Name { get; }

    public IReadOnlyList<string> Details { get; }

    /// <summary>The networks it is on, by index, each with its name and aliases.</summary>
    public IReadOnlyList<(int Network, string Text)> Networks { get; }

    public double Width { get; }

    public double Height { get; }

    /// <summary>The card of a service.</summary>
    public static ServiceCard Of(GraphService service, IReadOnlyList<(int Index, string Network, IReadOnlyList<string> Aliases)> networks)
    {
        var details = GraphText.Details(service).ToList();
        var onNetworks = networks.Select(network => (network.Index, Text: GraphText.Line(network.Network) + (network.Aliases.Count == 0 ? "" : $": {GraphText.Line(string.Join(", ", network.Aliases))}"))).ToList();
        var title = new List<string> { $"service {GraphText.Line(service.Name)}" };
        title.AddRange(details.Select(GraphText.Line));
        title.AddRange(onNetworks.Select(network => $"network {network.Text}"));
        if (service.IsInCircle)
        {
            title.Add("in a circle");
        }

        var kind = "card" + (service.IsAmbassador ? " ambassador" : "") + (service.IsInCircle ? " circular" : "");
        return new ServiceCard(string.Join("\n", title), service.Name, details, onNetworks, kind);
    }

    /// <summary>The card of something outside the project.</summary>
    public static ServiceCard Outside(string name) => new($"{GraphText.Line(name)}: no service of this project", name, ["not in this project"], [], "card outside");

    /// <summary>About how wide a text of the small size is, in pixels.</summary>
    public static double TextWidth(string text) => Measure(text, Character);

    private static double Measure(string text, double character) => text.EnumerateRunes().Sum(rune => character * Cells(rune));

    private static string Cut(string text, double character, double width)
    {
        if (Measure(text, character) <= width)
        {
            return text;
        }

        var cut = new StringBuilder();
        var used = character;
        foreach (var rune in text.EnumerateRunes())
        {
            used += character * Cells(rune);
            if (used > width)
            {
                break;
            }

            cut.Append(rune);
        }

        return cut.Append('…').ToString();
    }

    // Letters of East Asia and emoji are twice as wide.
    private static double Cells(Rune rune) => rune.Value >= 0x1100 ? 2 : 1;
}
