using System.Diagnostics.CodeAnalysis;
using LspCompose.Yaml.Text;

namespace LspCompose.Yaml.Syntax;

/// <summary>A YAML node at its place in a text. Spans are 0-based UTF-16 offsets in the whole text.</summary>
public readonly struct YamlNode : IEquatable<YamlNode>
{
    private readonly GreenNode green;
    private readonly int origin;

    internal YamlNode(GreenNode green, int origin)
    {
        this.green = green;
        this.origin = origin;
    }

    /// <summary>What kind of node it is.</summary>
    public YamlKind Kind => green switch
    {
        GreenMapping => YamlKind.Mapping,
        GreenSequence => YamlKind.Sequence,
        GreenAlias => YamlKind.Alias,
        _ => YamlKind.Scalar,
    };

    /// <summary>
    /// The content: quotes and brackets included, anchor and tag not. A block collection reaches from its first key or dash to the end of
    /// its last value; a block scalar from its indicator to the end of its last line that is not blank; a value that is not there is empty, right after its colon, dash or properties.
    /// </summary>
    public TextSpan Span => new(origin + green.ContentOffset, origin + green.Width);

    /// <summary>The content with its anchor and tag.</summary>
    public TextSpan FullSpan => new(origin, origin + green.Width);

    /// <summary>The anchor's name without <c>&amp;</c>, null without one.</summary>
    public string? Anchor => green.Anchor;

    /// <summary>The tag as written, for instance <c>!reset</c>; null without one.</summary>
    public string? Tag => green.Tag;

    /// <summary>A scalar's decoded value, an alias's name, otherwise the empty string.</summary>
    public string Value => green switch
    {
        GreenScalar scalar => scalar.Value,
        GreenAlias alias => alias.Name,
        _ => "",
    };

    /// <summary>A scalar's style; <see cref="ScalarStyle.Plain"/> for other nodes.</summary>
    public ScalarStyle Style => green is GreenScalar scalar ? scalar.Style : ScalarStyle.Plain;

    /// <summary>True for a scalar.</summary>
    public bool IsScalar => green is GreenScalar;

    /// <summary>True for a mapping.</summary>
    public bool IsMapping => green is GreenMapping;

    /// <summary>True for a sequence.</summary>
    public bool IsSequence => green is GreenSequence;

    /// <summary>True for an alias.</summary>
    public bool IsAlias => green is GreenAlias;

    /// <summary>True for a mapping or sequence in brackets.</summary>
    public bool IsFlow => green is GreenMapping { IsFlow: true } or GreenSequence { IsFlow: true };

    /// <summary>True where no value is written (<c>key:</c> with nothing after it).</summary>
    public bool IsMissing => green is GreenScalar { Style: ScalarStyle.Plain } && Span.IsEmpty;

    /// <summary>True for a plain scalar that means null in YAML's core schema, written or missing.</summary>
    public bool IsNull => green is GreenScalar { Style: ScalarStyle.Plain, Tag: null, Value: "" or "~" or "null" or "Null" or "NULL" };

    /// <summary>A mapping's entries, none for other nodes.</summary>
    public YamlEntries Entries => new(green as GreenMapping, origin);

    /// <summary>A sequence's items, none for other nodes.</summary>
    public YamlItems Items => new(green as GreenSequence, origin);

    /// <summary>
    /// An object that is the same for this node in every snapshot in which its entry's text did not change: a key for caches of facts
    /// that do not depend on where the node stands.
    /// </summary>
    public object Identity => green;

    /// <summary>The last entry with this key (the last one counts where a key is written twice).</summary>
    public bool TryGetEntry(string key, out YamlEntry entry)
    {
        var entries = Entries;
        for (var index = entries.Count - 1; index >= 0; index--)
        {
            if (entries.KeyIs(index, key))
            {
                entry = entries[index];
                return true;
            }
        }

        entry = default;
        return false;
    }

    /// <summary>The value of the last entry with this key, null when there is none.</summary>
    public YamlNode? Get(string key) => TryGetEntry(key, out var entry) ? entry.Value : null;

    /// <inheritdoc/>
    public bool Equals(YamlNode other) => ReferenceEquals(green, other.green) && origin == other.origin;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is YamlNode other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(green), origin);

    /// <summary>Same node at the same place.</summary>
    public static bool operator ==(YamlNode left, YamlNode right) => left.Equals(right);

    /// <summary>Not the same node at the same place.</summary>
    public static bool operator !=(YamlNode left, YamlNode right) => !left.Equals(right);
}
