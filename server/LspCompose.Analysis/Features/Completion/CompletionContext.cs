using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Images;
using LspCompose.Analysis.Places;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Projects.Output;
using LspCompose.Analysis.Schema;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Completion;

/// <summary>
/// What may be typed at the cursor, read in one way; a place where a list or a mapping may begin has a context for each. Spans and offsets are those of the file
/// as it is; <see cref="Place"/> is of a copy with a word at the cursor, so only offsets up to the start of that word are the file's.
/// </summary>
internal sealed record CompletionContext
{
    // The definition of names with values, as a mapping or as a list.
    private const string KeyValues = "key_values";

    /// <summary>The snapshot to answer from.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>The file as it is.</summary>
    public required ComposeFile File { get; init; }

    /// <summary>The cursor's 0-based UTF-16 offset.</summary>
    public required int Offset { get; init; }

    /// <summary>What the editor can do.</summary>
    public required CompletionClient Client { get; init; }

    /// <summary>What the host's disk holds.</summary>
    public HostAnswers Host { get; init; } = new();

    /// <summary>What kind of thing is typed.</summary>
    public required CompletionPosition Position { get; init; }

    /// <summary>
    /// The entry or item the cursor is in, and around it up to the root; for a key that is typed its mapping's entry or item. Null at the root.
    /// </summary>
    public required Place? Place { get; init; }

    /// <summary>
    /// What the schema says: for a key about its mapping, for an item and a value about it, with all alternatives; null where it says nothing.
    /// </summary>
    public required SchemaNode? Schema { get; init; }

    /// <summary>The mapping or list the cursor is in with the word at the cursor in it; null where there is none.</summary>
    public YamlNode? Container { get; init; }

    /// <summary>The other keys of the mapping, or the other scalar items of the list.</summary>
    public IReadOnlyList<string> Siblings { get; init; } = [];

    /// <summary>The word at the cursor without its quotes, on the cursor's line: what an offer takes the place of. In quotes escapes are not resolved.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Text to put before an offer: a space after <c>key:</c>, a dash where a list begins.</summary>
    public string Lead { get; init; } = "";

    /// <summary>Text the list shows before an offer, to tell an item from a key where both are offered.</summary>
    public string Bullet { get; init; } = "";

    /// <summary>0-based column of the key or item that is typed, or of the key whose value is.</summary>
    public int Indent { get; init; }

    /// <summary>True where lines below belong to a key that is typed here.</summary>
    public bool HasBelow { get; init; }

    /// <summary>Columns each level of the file is indented by.</summary>
    public int IndentStep { get; init; } = 2;

    /// <summary>True between brackets.</summary>
    public bool IsFlow { get; init; }

    /// <summary>How texts are spelled at the cursor.</summary>
    public ScalarSpelling Spelling => IsFlow ? ScalarSpelling.Flow : ScalarSpelling.Block;

    /// <summary>How the word is written: plain, or in which quotes.</summary>
    public ScalarStyle Style { get; init; }

    /// <summary>What is typed before the cursor.</summary>
    public string Prefix => File.Text.ToString(new TextSpan(Span.Start, Offset));

    /// <summary>The word at the cursor.</summary>
    public string Word => File.Text.ToString(Span);

    /// <summary>The project the file is judged in.</summary>
    public Project Project => Workspace.Projects.For(File.Path);

    /// <summary>The entry of the service the cursor is in, as typed so far; null outside of services.</summary>
    public Place? Service => Place?.Within("service") is { Entry: not null } service ? service : null;

    /// <summary>The name of the service the cursor is in; null outside of services and in a fragment.</summary>
    public string? ServiceName => Service is { } service && (service.Parent is null || service.Parent.Schema?.Defines == "service") ? service.Name : null;

    /// <summary>The service's image as written, here or in another file of the project; null where there is none.</summary>
    public string? ServiceImage
    {
        get
        {
            if (Service is { } service && File.Model.Lookup(service.Value, "image") is { } written && File.Model.Resolve(written) is { IsScalar: true, IsNull: false } image)
            {
                return image.Value;
            }

            return ServiceName is { } name && (Project.Model.Get("services") as ConfigMapping)?.Get(name) is ConfigMapping known ? (known.Get("image") as ConfigScalar)?.Text : null;
        }
    }

    /// <summary>What is known about the service's image; null for an image nobody knows.</summary>
    public KnownImage? KnownImage => ServiceImage is { } image ? KnownImages.Find(image) : null;

    /// <summary>The service's image as the engine has it, also the one Compose builds for it; null where it has none.</summary>
    public EngineImage? LocalImage
    {
        get
        {
            if (Workspace.Engine is not { } engine)
            {
                return null;
            }

            // Variables are filled in already where the project can be loaded.
            var known = ServiceName is { } name && (Project.Model.Get("services") as ConfigMapping)?.Get(name) is ConfigMapping service ? (service.Get("image") as ConfigScalar)?.Text : null;
            var written = ServiceImage is { } image && (known is null || !image.Contains('$')) ? image : known;
            return written is not null ? LocalImages.Find(engine, written)
                : ServiceName is { } built ? LocalImages.Find(engine, $"{Project.Name}-{built}") ?? LocalImages.Find(engine, $"{Project.Name}_{built}")
                : null;
        }
    }

    /// <summary>The value of a key in the mapping around the value that is typed, such as <c>context</c> for <c>build.target</c>; aliases are followed. Null when it has none.</summary>
    public YamlNode? Beside(string key) =>
        Place is { Parent.Value: { IsMapping: true } mapping } && File.Model.Lookup(mapping, key) is { } value ? File.Model.Resolve(value) : null;

    /// <summary>
    /// The schema's nodes that say something about a text at the cursor: the node itself and its alternatives, for an item what is said of the whole list, and for the
    /// value of a name what is said of all of them.
    /// </summary>
    public IEnumerable<SchemaNode> TextSchemas
    {
        get
        {
            var around = Place?.Parent?.Schema;
            var list = Place?.Item is not null ? around ?? Schema : Position == CompletionPosition.Item ? Schema : around is { Definition: KeyValues } ? around : null;
            foreach (var node in new[] { Schema, list?.Branch(SchemaTypes.Array), list }.OfType<SchemaNode>().Distinct())
            {
                yield return node;
                foreach (var branch in node.OneOf.Where(branch => branch.Types is not (SchemaTypes.Array or SchemaTypes.Object)))
                {
                    yield return branch;
                }
            }
        }
    }

    /// <summary>For an item such as <c>NAME=value</c> with the cursor behind the sign: the same for the value alone.</summary>
    public CompletionContext OfValue() =>
        Position == CompletionPosition.Item && (Place?.Parent?.Schema ?? Schema) is { Definition: KeyValues } && Prefix.IndexOf('=', StringComparison.Ordinal) is >= 0 and var sign
            ? this with { Position = CompletionPosition.Value, Span = new TextSpan(Span.Start + sign + 1, Span.End), Siblings = [] }
            : this;
}
