using System.Text.Json;
using System.Text.RegularExpressions;

namespace LspCompose.Analysis.Tests.Schema;

/// <summary>What a reader of <c>schemas/compose.schema.json</c> may rely on.</summary>
public partial class ComposeSchemaTests
{
    private const int ShingleWords = 5;
    private const double TooMuchShared = 0.6;
    private static readonly string[] Vocabulary = ["x-syntax", "x-merge", "x-reference", "x-key-reference", "x-defines"];

    [Fact]
    public void Every_property_says_what_it_does()
    {
        var silent = Nodes().SelectMany(node => Members(node.Value, "properties").Select(property => (Path: $"{node.Path}/{property.Name}", Node: property.Value)))
            .Where(property => string.IsNullOrWhiteSpace(Text(property.Node, "description"))).Select(property => property.Path);
        Assert.Equal([], silent);
    }

    [Fact]
    public void Every_definition_is_there_and_used()
    {
        var references = Nodes().Select(node => Text(node.Value, "$ref")).Where(reference => reference.Length > 0).ToHashSet();
        Assert.Equal([], references.Where(reference => SchemaFile.Resolve(SchemaFile.Ours, reference) is null));
        Assert.Equal([], Members(SchemaFile.Ours, "$defs").Select(definition => $"#/$defs/{definition.Name}").Where(definition => !references.Contains(definition)));
    }

    [Fact]
    public void The_kind_of_a_value_tells_its_form()
    {
        foreach (var (path, node) in Nodes().Where(node => node.Value.TryGetProperty("oneOf", out _)))
        {
            var kinds = node.GetProperty("oneOf").EnumerateArray().SelectMany(Kinds).ToList();
            Assert.True(kinds.Distinct().Count() == kinds.Count, $"{path}: {string.Join(", ", kinds)}");
            Assert.True(Text(node, "x-forms").Length > 0, $"{path} names its forms in x-forms.");
        }
    }

    [Fact]
    public void Every_allowed_value_is_explained()
    {
        foreach (var (path, node) in Nodes().Where(node => node.Value.TryGetProperty("enum", out _)))
        {
            Assert.True(Strings(node.GetProperty("enum")).Order().SequenceEqual(Members(node, "x-values").Select(value => value.Name).Order()), $"{path}: x-values explains each value of enum.");
        }
    }

    [Fact]
    public void Every_deprecation_names_what_to_use_instead()
    {
        foreach (var (path, node) in Nodes())
        {
            Assert.True(node.TryGetProperty("deprecated", out _) == Text(node, "x-deprecated").Length > 0, $"{path}: deprecated and x-deprecated stand together.");
        }
    }

    [Fact]
    public void Every_annotation_is_defined_in_the_readme()
    {
        var defined = CodeSpan().Matches(File.ReadAllText(Path.Combine(SchemaFile.Folder, "README.md"))).Select(match => match.Groups[1].Value).ToHashSet();
        var annotations = Nodes().SelectMany(node => node.Value.EnumerateObject().Where(member => member.Name.StartsWith("x-", StringComparison.Ordinal))).ToList();
        Assert.Equal([], annotations.Select(annotation => annotation.Name).Distinct().Where(name => !defined.Contains(name)));
        var words = annotations.Where(annotation => Vocabulary.Contains(annotation.Name)).SelectMany(annotation => Strings(annotation.Value)).Select(Kind).Distinct();
        Assert.Equal([], words.Where(word => !defined.Contains(word)));

        // `unique-by:target` is defined as `unique-by:KEY`, `container:{container}` as `container`.
        static string Kind(string word) => Placeholder().Match(word) is { Success: true } name ? name.Groups[1].Value
            : word.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? $"{word[..colon]}:KEY" : word;
    }

    [Fact]
    public void Differences_from_the_official_schema_are_listed_with_their_reason()
    {
        var differences = SchemaDifferences.Between(new SchemaPaths(SchemaFile.Ours), new SchemaPaths(SchemaFile.Official()));
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            SchemaDifferences.Write(differences);
        }

        var listed = SchemaDifferences.Listed();
        Assert.Equal([], differences.Where(difference => !listed.ContainsKey(difference)));
        Assert.Equal([], listed.Keys.Except(differences));
        Assert.Equal([], listed.Where(difference => difference.Value.Length == 0).Select(difference => difference.Key));
    }

    [Fact]
    public void Descriptions_are_in_our_own_words()
    {
        var official = new SchemaPaths(SchemaFile.Official()).Descriptions;
        var borrowed = from ours in new SchemaPaths(SchemaFile.Ours).Descriptions
                       from theirs in official.GetValueOrDefault(ours.Key, [])
                       from text in ours.Value
                       where IsBorrowed(Words(text), Words(theirs))
                       select $"{ours.Key}: {text}";
        Assert.Equal([], borrowed);
    }

    private static bool IsBorrowed(string[] ours, string[] theirs)
    {
        var (own, other) = (Shingles(ours), Shingles(theirs));
        return ours.SequenceEqual(theirs) || (own.Count > 0 && own.Count(other.Contains) > TooMuchShared * own.Count);
    }

    private static HashSet<string> Shingles(string[] words) => Enumerable.Range(0, Math.Max(0, words.Length - ShingleWords + 1)).Select(at => string.Join(' ', words[at..(at + ShingleWords)])).ToHashSet();

    private static string[] Words(string text) => Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).ToArray();

    /// <summary>Every schema node with its place in the file; what annotations and defaults hold is no node.</summary>
    private static IEnumerable<(string Path, JsonElement Value)> Nodes() => Nodes(SchemaFile.Ours, "#");

    private static IEnumerable<(string Path, JsonElement Value)> Nodes(JsonElement node, string path)
    {
        var children = new[] { "properties", "patternProperties", "$defs" }.SelectMany(name => Members(node, name).Select(member => (Path: $"{path}/{name}/{member.Name}", member.Value)));
        if (node.TryGetProperty("items", out var items))
        {
            children = children.Append(($"{path}/items", items));
        }

        if (node.TryGetProperty("oneOf", out var forms))
        {
            children = children.Concat(forms.EnumerateArray().Select((form, at) => ($"{path}/oneOf/{at}", form)));
        }

        return children.SelectMany(child => Nodes(child.Value, child.Path)).Prepend((path, node));
    }

    private static IEnumerable<string> Kinds(JsonElement node) => SchemaFile.Resolve(SchemaFile.Ours, Text(node, "$ref")) is { } definition ? Kinds(definition)
        : node.TryGetProperty("type", out var type) ? Strings(type)
        : node.TryGetProperty("oneOf", out var forms) ? forms.EnumerateArray().SelectMany(Kinds) : ["anything"];

    private static IEnumerable<string> Strings(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(item => item.ToString()) : [value.ToString()];

    private static IEnumerable<JsonProperty> Members(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.EnumerateObject() : [];

    private static string Text(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\{([a-z-]+)\}$")]
    private static partial Regex Placeholder();

    [GeneratedRegex("[a-z0-9_]+")]
    private static partial Regex Word();
}
