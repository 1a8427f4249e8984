using LspCompose.Analysis.Model;
using LspCompose.Analysis.Places;
using LspCompose.Analysis.Schema;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Completion;

/// <summary>
/// Finds out what may be typed at the cursor: a stand-in is put there, as if a word were typed already, and the place it gets in the tree tells. Only what changed is
/// parsed again, so that costs no more than a keystroke.
/// </summary>
internal sealed class CursorReader
{
    // Any letter that makes no other word of the one it is put into.
    private const string StandIn = "c";

    private readonly Workspace workspace;
    private readonly ComposeFile file;
    private readonly CompletionClient client;
    private readonly CursorLine line;

    /// <summary>Makes the reader of a cursor's place.</summary>
    public CursorReader(Workspace workspace, ComposeFile file, CursorLine line, CompletionClient client)
    {
        this.workspace = workspace;
        this.file = file;
        this.client = client;
        this.line = line;
    }

    /// <summary>The ways to read the cursor's place, the likeliest first; none where nothing can be offered.</summary>
    public IReadOnlyList<CompletionContext> Read()
    {
        if (line.IsComment || line.IsIndentation || line.IsBehindQuotes)
        {
            return [];
        }

        if (line.Variable is { } variable)
        {
            return [Mark(CompletionPosition.Variable, variable)];
        }

        if (IsInBlockScalar())
        {
            return [];
        }

        if (line.NewAnchor is { } anchor)
        {
            return [Mark(CompletionPosition.Anchor, anchor)];
        }

        if (line.Tag is { } tag)
        {
            return [Mark(CompletionPosition.Tag, tag)];
        }

        if (line.LoneWord is { } word && !IsInFlow())
        {
            return ReadLoneWord(word);
        }

        if (line.LacksSpaceAfterColon || line.LacksSpaceAfterDash)
        {
            var spaced = Read(new Probe(this, line.Offset, " " + StandIn, 1), new TextSpan(line.Offset, line.Offset), " ");

            // The colon of a short syntax begins no value: "data:" in a list of mounts.
            IReadOnlyList<CompletionContext> joined = line.LacksSpaceAfterColon && spaced.All(context => context.Schema is null)
                ? [.. Read(new Probe(this, line.Offset, StandIn, 0), null, "").Where(context => context.Position == CompletionPosition.Item)]
                : [];
            return joined.Count > 0 ? joined : spaced;
        }

        var colon = line.IsFirstKeyOfItem ? ":" : "";
        var probe = new Probe(this, line.Offset, StandIn + colon + line.UnclosedQuote, 0);

        // Where a word is one too many it would break the file.
        return probe.File.Tree.Errors.Count > file.Tree.Errors.Count ? [] : Read(probe, null, "");
    }

    private IReadOnlyList<CompletionContext> ReadLoneWord(TextSpan word)
    {
        if (line.IsAmongItems(line.Column))
        {
            return Read(new Probe(this, word.Start, "- " + StandIn, 2), word, "- ");
        }

        if (line.ContinuesText(line.Column))
        {
            return [];
        }

        var asKey = Read(new Probe(this, word.End, StandIn + ":", 0), word, "");
        return line.IsBelowItemsOfKey(line.Column) ? [.. asKey, .. Read(new Probe(this, word.Start, "- " + StandIn, 2), word, "- ").Select(item => item with { Bullet = "- " })] : asKey;
    }

    private IReadOnlyList<CompletionContext> Read(Probe probe, TextSpan? word, string lead)
    {
        var places = probe.File.Places.At(probe.Offset);
        if (places.Count == 0)
        {
            return [];
        }

        var place = places[^1];
        if (place.Entry is { } entry && entry.Key.FullSpan.Touches(probe.Offset))
        {
            return WordOf(probe, entry.Key, word) is { } key ? ReadKey(probe, place, key, lead) : [];
        }

        if (!place.Value.FullSpan.Touches(probe.Offset) || WordOf(probe, place.Value, word) is not { } span)
        {
            return [];
        }

        if (place.Value.IsAlias)
        {
            return [Context(probe, CompletionPosition.Alias, place, place.Schema, span, lead)];
        }

        if (!place.Value.IsScalar || place.Value.Style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            return [];
        }

        if (place.Entry is { } around)
        {
            // What stands below the key is its value already.
            return place.Parent?.Value.IsFlow != true && around.Key.Span.End <= line.Offset && around.Key.Span.Start >= line.Span.Start && line.HasBelow(around.Key.Span.Start - line.Span.Start) ? [] : [Context(probe, CompletionPosition.Value, place, place.Schema ?? Guess(place.Parent, place.Parent?.Value, null)?.ForKey(around.Name), span, lead)];
        }

        var item = Context(probe, CompletionPosition.Item, place, place.Schema, span, lead) with { Siblings = Items(place, probe.Offset) };
        return item.Style == ScalarStyle.Plain && !item.IsFlow && place.Schema?.Branch(SchemaTypes.Object) is { Types: not SchemaTypes.None }
            ? [item, item with { Position = CompletionPosition.Key, Siblings = [], Container = null }]
            : [item];
    }

    private IReadOnlyList<CompletionContext> ReadKey(Probe probe, Place place, TextSpan span, string lead)
    {
        var around = place.Parent;
        var schema = around is not null ? around.Schema : probe.File.Places.Root ?? ComposeSchema.For(ComposeTarget.Latest).Find("services");
        var mapping = around?.Value ?? probe.Root;
        schema = Guess(around, mapping, schema);
        if (mapping is { IsFlow: false } block && !IsAligned(probe, block, place))
        {
            return [];
        }

        var key = Context(probe, CompletionPosition.Key, around, schema, span, lead) with { Style = place.Entry?.Key.Style ?? ScalarStyle.Plain };
        var siblings = mapping?.Entries.Where(entry => !entry.Key.FullSpan.Touches(probe.Offset)).Select(entry => entry.Name).ToList() ?? [];
        key = key with { Container = mapping, Siblings = siblings, IsFlow = mapping is { IsFlow: true } };
        if (schema is null || key.IsFlow || siblings.Count > 0 || around is null || line.LoneWord is null)
        {
            return [key];
        }

        // A list or text stands below already, at another column.
        if (around.Entry is { } owner && line.HasBelow(probe.File.Text.PositionAt(owner.Key.Span.Start).Character))
        {
            return [];
        }

        // The first word below a key may begin whatever its value can be.
        var contexts = new List<CompletionContext>();
        var items = schema.Branch(SchemaTypes.Array) is { Types: not SchemaTypes.None } list ? list.Items : null;
        if (schema.Branch(SchemaTypes.Object) is not null)
        {
            contexts.Add(key);
        }

        if (items is not null)
        {
            contexts.Add(key with { Position = CompletionPosition.Item, Schema = items, Lead = "- " });
        }

        if (contexts.Count > 1)
        {
            contexts[1] = contexts[1] with { Bullet = "- " };
        }

        return contexts.Count > 0 ? contexts : [key with { Position = CompletionPosition.Value }];
    }

    // Between the columns of two mappings a key belongs to neither.
    private static bool IsAligned(Probe probe, YamlNode mapping, Place key)
    {
        if (key.Entry is not { } own || mapping.Entries.Count < 2)
        {
            return true;
        }

        var text = probe.File.Text;
        int Column(YamlEntry entry) => text.PositionAt(entry.Key.FullSpan.Start).Character;
        var column = Column(own);
        return mapping.Entries.Any(entry => entry != own && Column(entry) == column);
    }

    // A name after a character that says what it is.
    private CompletionContext Mark(CompletionPosition position, TextSpan span) => new()
    {
        Workspace = workspace,
        File = file,
        Offset = line.Offset,
        Client = client,
        Position = position,
        Place = file.Places.At(span.Start - 1) is [.., var around] ? around : null,
        Schema = null,
        Span = span,
    };

    private bool IsInBlockScalar() =>
        file.Tree.PathTo(line.Offset) is [.., { Part: not YamlPathPart.Key, Node: { Style: ScalarStyle.Literal or ScalarStyle.Folded } scalar }] && scalar.FullSpan.Start < line.Offset;

    // Fragments are written before they are used.
    private static SchemaNode? Guess(Place? around, YamlNode? mapping, SchemaNode? schema) =>
        schema is null or { Definition: "extension" } && around?.Way[0].Name?.StartsWith("x-", StringComparison.Ordinal) is true && mapping is { } node && ServiceKeys.TellService(node)
            ? ComposeSchema.For(ComposeTarget.Latest).Definitions["service"]
            : schema;

    private CompletionContext Context(Probe probe, CompletionPosition position, Place? place, SchemaNode? schema, TextSpan span, string lead) => new()
    {
        Workspace = workspace,
        File = file,
        Offset = line.Offset,
        Client = client,
        Position = position,
        Place = place,
        Schema = schema,
        Container = place?.Parent?.Value ?? probe.Root,
        Span = span,
        Lead = lead,
        Indent = span.Start - line.Span.Start,
        IndentStep = IndentStep(),
        HasBelow = line.HasBelow(span.Start - line.Span.Start + lead.Length),
        IsFlow = place?.Parent?.Value.IsFlow == true,
        Style = place?.Value.Style ?? ScalarStyle.Plain,
    };

    // What of a node the stand-in is in stands on the cursor's line of the file; null where it begins on another line.
    private TextSpan? WordOf(Probe probe, YamlNode node, TextSpan? known)
    {
        if (known is { } word)
        {
            return word;
        }

        var inner = node.IsAlias ? new TextSpan(node.Span.Start + 1, node.Span.End) : Inner(probe, node);
        if (inner.Start < line.Span.Start || inner.Start > line.Offset || inner.End < line.Offset)
        {
            return null;
        }

        var end = Math.Min(inner.End - StandIn.Length, line.Span.End);
        return new TextSpan(inner.Start, Math.Max(line.Offset, end));
    }

    private static TextSpan Inner(Probe probe, YamlNode scalar)
    {
        if (scalar.Style is not (ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted))
        {
            return scalar.Span;
        }

        var quote = scalar.Style == ScalarStyle.SingleQuoted ? '\'' : '"';
        var isClosed = scalar.Span.Length > 1 && probe.File.Text.Content[scalar.Span.End - 1] == quote;
        return new TextSpan(scalar.Span.Start + 1, isClosed ? scalar.Span.End - 1 : scalar.Span.End);
    }

    private static List<string> Items(Place place, int offset) =>
        [.. place.Parent?.Value.Items.Where(item => item.Value.IsScalar && !item.Value.FullSpan.Touches(offset)).Select(item => item.Value.Value) ?? []];

    private bool IsInFlow()
    {
        var steps = file.Tree.PathTo(line.Offset);
        return steps.Any(step => step.Collection.IsFlow) || (steps.Count > 0 && steps[^1].Node is { IsFlow: true } node && node.Span.Start < line.Offset && line.Offset < node.Span.End);
    }

    // As the first indented line is.
    private int IndentStep()
    {
        for (var number = 0; number < file.Text.LineCount; number++)
        {
            var content = file.Text.Slice(file.Text.LineSpan(number));
            var first = content.IndexOfAnyExcept(' ');
            if (first > 0 && content[first] is not ('#' or '-' or '\t'))
            {
                return Math.Clamp(first, 1, 8);
            }
        }

        return 2;
    }

    private sealed class Probe
    {
        public Probe(CursorReader reader, int at, string inserted, int skip)
        {
            var text = reader.file.Text.Content;
            File = new ComposeFile(reader.file.Path, reader.file.Tree.WithText(SourceText.From(string.Concat(text.AsSpan(0, at), inserted, text.AsSpan(at)))));
            Offset = at + skip;
        }

        public ComposeFile File { get; }

        /// <summary>Where the stand-in is.</summary>
        public int Offset { get; }

        public YamlNode? Root => File.Tree.Documents.FirstOrDefault(document => document.Span.Touches(Offset)).Root;
    }
}
