using System.Diagnostics.CodeAnalysis;

namespace LspCompose.Analysis.Projects;

/// <summary>A mapping; its keys are unique and stand in the order they were first given.</summary>
public sealed class ConfigMapping : ConfigNode
{
    // A look-up by walking is faster than a dictionary for what most mappings hold.
    private const int SmallCount = 8;

    private readonly ConfigEntry[] entries;
    private readonly Dictionary<string, int>? index;

    /// <summary>Makes a mapping of entries with unique keys.</summary>
    public ConfigMapping(SourcePlace place, IEnumerable<ConfigEntry> entries)
        : base(place)
    {
        this.entries = [.. entries];
        if (this.entries.Length > SmallCount)
        {
            index = new Dictionary<string, int>(this.entries.Length, StringComparer.Ordinal);
            for (var position = 0; position < this.entries.Length; position++)
            {
                index[this.entries[position].Key] = position;
            }
        }
    }

    /// <summary>The entries in order.</summary>
    public IReadOnlyList<ConfigEntry> Entries => entries;

    /// <inheritdoc/>
    public override string KindName => "a mapping";

    /// <summary>The value of a key, null when the mapping has none.</summary>
    public ConfigNode? Get(string key) => TryGet(key, out var entry) ? entry.Value : null;

    /// <summary>Finds an entry.</summary>
    public bool TryGet(string key, out ConfigEntry entry)
    {
        var position = IndexOf(key);
        entry = position < 0 ? default : entries[position];
        return position >= 0;
    }

    /// <summary>Finds an entry whose value is of a type.</summary>
    public bool TryGet<TNode>(string key, [NotNullWhen(true)] out TNode? value)
        where TNode : ConfigNode
    {
        value = Get(key) as TNode;
        return value is not null;
    }

    /// <summary>The mapping with an entry added, or put in the place of the one with its key.</summary>
    public ConfigMapping With(ConfigEntry entry)
    {
        var position = IndexOf(entry.Key);
        var changed = new List<ConfigEntry>(entries);
        if (position < 0)
        {
            changed.Add(entry);
        }
        else
        {
            changed[position] = entry;
        }

        return new ConfigMapping(Place, changed);
    }

    /// <summary>The mapping with a value put in the place of that of an existing key; unchanged without the key.</summary>
    public ConfigMapping WithValue(string key, ConfigNode value) => TryGet(key, out var entry) ? With(entry with { Value = value }) : this;

    /// <summary>The mapping without a key.</summary>
    public ConfigMapping Without(string key) =>
        IndexOf(key) < 0 ? this : new ConfigMapping(Place, entries.Where(entry => entry.Key != key));

    private int IndexOf(string key)
    {
        if (index is not null)
        {
            return index.GetValueOrDefault(key, -1);
        }

        for (var position = 0; position < entries.Length; position++)
        {
            if (entries[position].Key == key)
            {
                return position;
            }
        }

        return -1;
    }
}
