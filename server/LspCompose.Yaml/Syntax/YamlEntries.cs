using System.Collections;

namespace LspCompose.Yaml.Syntax;

/// <summary>The entries of a mapping, in the order of the text.</summary>
public readonly struct YamlEntries : IReadOnlyList<YamlEntry>
{
    private readonly GreenEntry[]? entries;
    private readonly int origin;

    internal YamlEntries(GreenMapping? mapping, int origin)
    {
        entries = mapping?.Entries ?? [];
        this.origin = origin;
    }

    /// <inheritdoc/>
    public int Count => entries?.Length ?? 0;

    /// <inheritdoc/>
    public YamlEntry this[int index]
    {
        get
        {
            ref readonly var entry = ref (entries ?? [])[index];
            return new YamlEntry(
                new YamlNode(entry.Key, origin + entry.KeyOffset),
                new YamlNode(entry.Value, origin + entry.ValueOffset),
                entry.ColonOffset < 0 ? -1 : origin + entry.ColonOffset);
        }
    }

    /// <summary>Enumerates without allocating.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<YamlEntry> IEnumerable<YamlEntry>.GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<YamlEntry>)this).GetEnumerator();

    internal bool KeyIs(int index, string key) => (entries ?? [])[index].Key is GreenScalar scalar && scalar.Value == key;

    /// <summary>Enumerates the entries of a mapping.</summary>
    public struct Enumerator
    {
        private readonly YamlEntries list;
        private int index;

        internal Enumerator(YamlEntries list)
        {
            this.list = list;
            index = -1;
        }

        /// <summary>The entry at the enumerator's place.</summary>
        public readonly YamlEntry Current => list[index];

        /// <summary>Goes to the next entry.</summary>
        public bool MoveNext() => ++index < list.Count;
    }
}
