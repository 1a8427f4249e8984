using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace LspCompose.Analysis.Schema;

/// <summary>What may stand at one place of a Compose file, and what it means. Immutable; <c>schemas/README.md</c> explains the annotations.</summary>
internal sealed class SchemaNode
{
    private static readonly Dictionary<string, SchemaNode> NoNodes = [];
    private static readonly Dictionary<string, string> NoTexts = [];

    private readonly Dictionary<string, SchemaNode> properties = NoNodes;
    private readonly Lazy<Regex?> valuePattern;

    /// <summary>Makes a node that takes anything.</summary>
    public SchemaNode()
    {
        valuePattern = new(() => Pattern is null ? null : new Regex(Pattern, RegexOptions.CultureInvariant));
    }

    /// <summary>Name of the definition the node comes from; null for one written in place.</summary>
    public string? Definition { get; init; }

    /// <summary>The types a value may have; none when every type may be.</summary>
    public SchemaTypes Types { get; init; }

    /// <summary>Types that the official schema lets through and a later stage of Compose refuses.</summary>
    public SchemaTypes RefusedTypes { get; init; }

    /// <summary>Why a type is refused, by its JSON name or <c>fraction</c>.</summary>
    public IReadOnlyDictionary<string, string> Refused { get; init; } = NoTexts;

    /// <summary>The alternatives, of which the kind of the value alone picks one; empty when there is no choice.</summary>
    public IReadOnlyList<SchemaNode> OneOf { get; init; } = [];

    /// <summary>The keys of a mapping in the order of the schema.</summary>
    public IReadOnlyDictionary<string, SchemaNode> Properties
    {
        get => properties;
        init => properties = value as Dictionary<string, SchemaNode> ?? new(value, StringComparer.Ordinal);
    }

    /// <summary>Schemas of keys that are not in <see cref="Properties"/>.</summary>
    public IReadOnlyList<(KeyPattern Keys, SchemaNode Value)> Patterns { get; init; } = [];

    /// <summary>True when a mapping may hold further keys, of any value.</summary>
    public bool AllowsOtherKeys { get; init; } = true;

    /// <summary>Keys that the chosen Compose does not know and a newer one does, with its version, empty where that is not recorded.</summary>
    public IReadOnlyDictionary<string, string> NewerKeys { get; init; } = NoTexts;

    /// <summary>Keys a mapping must have.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>The items of a list; null when they may be anything.</summary>
    public SchemaNode? Items { get; init; }

    /// <summary>True when Compose refuses a repeated item.</summary>
    public bool UniqueItems { get; init; }

    /// <summary>The only texts there are; empty when others may be.</summary>
    public IReadOnlyList<string> Enum { get; init; } = [];

    /// <summary>Regular expression a text has to contain a match of.</summary>
    public string? Pattern { get; init; }

    /// <summary>Lowest number.</summary>
    public double? Minimum { get; init; }

    /// <summary>Highest number.</summary>
    public double? Maximum { get; init; }

    /// <summary>What it does, in Markdown; empty when not described.</summary>
    public string Description { get; init; } = "";

    /// <summary>What counts when the key is left out, as a user would write it.</summary>
    public string? Default { get; init; }

    /// <summary>True when it should not be used any more.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>What to use instead of a deprecated key.</summary>
    public string? Replacement { get; init; }

    /// <summary>The accepted forms in one sentence (<c>x-forms</c>).</summary>
    public string? Forms { get; init; }

    /// <summary>Known values, or known items of a list, most useful first (<c>x-values</c>).</summary>
    public IReadOnlyList<SchemaHint> Values { get; init; } = [];

    /// <summary>Well-known keys of a free mapping (<c>x-keys</c>).</summary>
    public IReadOnlyList<SchemaHint> Keys { get; init; } = [];

    /// <summary>What the keys declare: <c>service</c>, <c>network</c>, … (<c>x-defines</c>).</summary>
    public string? Defines { get; init; }

    /// <summary>What the text names (<c>x-reference</c>).</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>What the keys name (<c>x-key-reference</c>).</summary>
    public IReadOnlyList<string> KeyReferences { get; init; } = [];

    /// <summary>The grammar of the text (<c>x-syntax</c>).</summary>
    public string? Syntax { get; init; }

    /// <summary>What text is turned into after interpolation: <c>boolean</c>, <c>integer</c> or <c>number</c> (<c>x-cast</c>).</summary>
    public string? Cast { get; init; }

    /// <summary>How a later file's value joins an earlier one's (<c>x-merge</c>).</summary>
    public string? Merge { get; init; }

    /// <summary>The first Docker Compose that knows the key (<c>x-since</c>).</summary>
    public string? Since { get; init; }

    /// <summary>Page and anchor of the Compose reference (<c>x-spec</c>).</summary>
    public string? Spec { get; init; }

    /// <summary>Lines to insert below the key, in snippet syntax (<c>x-snippet</c>).</summary>
    public IReadOnlyList<string> Snippet { get; init; } = [];

    /// <summary>All types of the node and its alternatives.</summary>
    public SchemaTypes AllTypes
    {
        get
        {
            var types = Types;
            foreach (var branch in OneOf)
            {
                types |= branch.AllTypes;
            }

            return types;
        }
    }

    /// <summary>The node of a key; null for a key that is unknown or free. Looks through alternatives.</summary>
    public SchemaNode? ForKey(string key)
    {
        var mapping = Branch(SchemaTypes.Object);
        if (mapping is null)
        {
            return null;
        }

        if (mapping.properties.TryGetValue(key, out var property))
        {
            return property;
        }

        for (var index = 0; index < mapping.Patterns.Count; index++)
        {
            var (keys, value) = mapping.Patterns[index];
            if (keys.Matches(key))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The node itself, or its alternative, for values of a type; null when none takes the type.</summary>
    public SchemaNode? Branch(SchemaTypes type)
    {
        for (var index = 0; index < OneOf.Count; index++)
        {
            if (OneOf[index].Branch(type) is { } branch)
            {
                return branch;
            }
        }

        return OneOf.Count == 0 && (Types == SchemaTypes.None || (Types & type) != 0) ? this : null;
    }

    /// <summary>True when a text contains what <see cref="Pattern"/> asks for.</summary>
    public bool MatchesPattern(string text) => valuePattern.Value?.IsMatch(text) ?? true;

    /// <summary>The node of a key among <see cref="Properties"/>.</summary>
    internal bool TryGetProperty(string key, [NotNullWhen(true)] out SchemaNode? property) => properties.TryGetValue(key, out property);
}
