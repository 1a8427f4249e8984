using LspCompose.Yaml.Syntax;

namespace LspCompose.Yaml.Parsing;

/// <summary>Makes one mapping of the mappings read from its pieces.</summary>
internal sealed class MappingAssembler
{
    private readonly List<PlacedEntry> entries = [];
    private int start = -1;
    private int end;

    /// <summary>Adds the entries of a piece; a piece without content adds none.</summary>
    public void Add(Placed? piece)
    {
        if (piece is not { Node: GreenMapping mapping } placed)
        {
            return;
        }

        start = start < 0 ? placed.Start : start;
        end = placed.End;
        foreach (ref readonly var entry in mapping.Entries.AsSpan())
        {
            entries.Add(new PlacedEntry(
                new Placed(entry.Key, placed.Start + entry.KeyOffset),
                entry.ColonOffset < 0 ? -1 : placed.Start + entry.ColonOffset,
                new Placed(entry.Value, placed.Start + entry.ValueOffset)));
        }
    }

    /// <summary>Gives the last entry another value, if there is one to give.</summary>
    public void ReplaceLastValue(Placed? value)
    {
        if (value is { } placed && entries.Count > 0)
        {
            entries[^1] = entries[^1] with { Value = placed };
            end = Math.Max(end, placed.End);
        }
    }

    /// <summary>The mapping, null without entries.</summary>
    public Placed? Build() => entries.Count == 0
        ? null
        : Green.Mapping(NodeProperties.None(start), start, end, entries, CollectionForm.Block);
}
