using System.Collections;

namespace LspCompose.Yaml.Syntax;

/// <summary>The items of a sequence, in the order of the text.</summary>
public readonly struct YamlItems : IReadOnlyList<YamlItem>
{
    private readonly GreenItem[]? items;
    private readonly int origin;

    internal YamlItems(GreenSequence? sequence, int origin)
    {
        items = sequence?.Items ?? [];
        this.origin = origin;
    }

    /// <inheritdoc/>
    public int Count => items?.Length ?? 0;

    /// <inheritdoc/>
    public YamlItem this[int index]
    {
        get
        {
            ref readonly var item = ref (items ?? [])[index];
            return new YamlItem(new YamlNode(item.Value, origin + item.ValueOffset), item.DashOffset < 0 ? -1 : origin + item.DashOffset);
        }
    }

    /// <summary>Enumerates without allocating.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<YamlItem> IEnumerable<YamlItem>.GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<YamlItem>)this).GetEnumerator();

    /// <summary>Enumerates the items of a sequence.</summary>
    public struct Enumerator
    {
        private readonly YamlItems list;
        private int index;

        internal Enumerator(YamlItems list)
        {
            this.list = list;
            index = -1;
        }

        /// <summary>The item at the enumerator's place.</summary>
        public readonly YamlItem Current => list[index];

        /// <summary>Goes to the next item.</summary>
        public bool MoveNext() => ++index < list.Count;
    }
}
