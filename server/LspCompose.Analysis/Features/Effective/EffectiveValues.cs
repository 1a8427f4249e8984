using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Places;
using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Features.Effective;

/// <summary>What became of the values of a file once its project was merged, extended and filled in.</summary>
internal static class EffectiveValues
{
    /// <summary>The value in effect where a place says something else, or not all of it; null where the two are the same or it is not known.</summary>
    public static ConfigNode? Differing(ComposeFile file, Project project, Place place)
    {
        if (Find(file, project, place) is not { } node)
        {
            return null;
        }

        var own = place.Entry?.Span ?? place.Value.FullSpan;
        var also = place.Value.IsAlias && file.Model.Resolve(place.Value) is { IsAlias: false } anchored ? anchored.FullSpan : own;
        return Leaves(node).Any(leaf => IsElsewhere(leaf.Place) || IsFilledIn(leaf)) ? node : null;

        bool IsElsewhere(SourcePlace from) => from.Path != file.Path || !(own.Contains(from.Span) || also.Contains(from.Span));

        bool IsFilledIn(ConfigNode leaf) => leaf is ConfigScalar { IsNull: false } && Template.Substitute(file.Text.ToString(leaf.Place.Span), _ => "").Variables.Count > 0;
    }

    /// <summary>The value in effect at a place; null where there is none or it is not known.</summary>
    public static ConfigNode? Find(ComposeFile file, Project project, Place place)
    {
        ConfigNode? node = project.Model;
        var way = place.Way;
        if (way[0].Name is not ("services" or "networks" or "volumes" or "configs" or "secrets" or "models"))
        {
            return null;
        }

        foreach (var step in way)
        {
            node = node switch
            {
                ConfigMapping mapping when step.Entry is not null => mapping.Get(step.Entry.Value.Name),
                ConfigMapping mapping when step.Value.IsScalar => mapping.Get(step.Value.Value.Split('=')[0]),
                ConfigSequence list when step.Item is { } item => list.Items.FirstOrDefault(each => Leaves(each).Any(leaf => leaf.Place.Path == file.Path && item.Value.FullSpan.Contains(leaf.Place.Span))),
                ConfigSequence { Items: [var only] } when step.Entry is not null && only is ConfigMapping single => single.Get(step.Entry.Value.Name),
                _ => null,
            };
            if (node is null or ConfigUnknown)
            {
                return null;
            }
        }

        return node;
    }

    /// <summary>The values without parts: scalars, and empty mappings and lists.</summary>
    public static IEnumerable<ConfigNode> Leaves(ConfigNode node) => node switch
    {
        ConfigMapping { Entries.Count: > 0 } mapping => mapping.Entries.SelectMany(entry => Leaves(entry.Value)),
        ConfigSequence { Items.Count: > 0 } list => list.Items.SelectMany(Leaves),
        _ => [node],
    };
}
