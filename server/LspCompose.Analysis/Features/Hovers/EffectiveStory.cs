using LspCompose.Analysis.Features.Effective;
using LspCompose.Analysis.Features.Words;
using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Features.Hovers;

/// <summary>The value in effect, where that is not what is written at the cursor.</summary>
internal static class EffectiveStory
{
    /// <summary>The value after merge, extends and variables with its origins; null where it is what is written.</summary>
    public static string? Of(HoverSpot spot)
    {
        // Of a whole service the summary tells.
        var depth = spot.Place.Way.Count;
        if (depth < 2 || spot.Place.Within("service") == spot.Place || spot.Place.Schema?.Defines is not null || EffectiveValues.Differing(spot.File, spot.Project, spot.Place) is not { } value)
        {
            return null;
        }

        var key = spot.Place.Way.LastOrDefault(place => place.Entry is not null)?.Name ?? "";
        var name = spot.Place.Item is not null && spot.Node.Value.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? spot.Node.Value[..at] : key;
        var text = new EffectiveText(spot.Workspace, spot.Project);
        if (value is not ConfigScalar)
        {
            return $"**In effect:**\n\n{text.Block(name, value)}";
        }

        return text.Line(name, value) is { } line ? $"**In effect:** {Code.Of(line)} (`{text.Origin(value)}`)" : null;
    }
}
