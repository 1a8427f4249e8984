using LspCompose.Analysis.Model;
using LspCompose.Analysis.Places;
using LspCompose.Analysis.Projects.Loading;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features;

/// <summary>The tree of what a file holds.</summary>
public static class Outline
{
    // Deeper than anybody writes, shallow enough for every reader of JSON.
    private const int MaxDepth = 24;

    private const int LongestText = 80;

    // What tells one long form of a list from the next, and what is shown beside it.
    private static readonly string[] Naming = ["name", "target", "path", "source", "service", "file", "host", "subnet", "action", "capabilities"];
    private static readonly string[] Detailing = ["image", "published", "source", "path", "value", "action"];

    /// <summary>The top-level entries of all documents of a file, each with all that is in it; none for a file the workspace does not hold.</summary>
    public static IReadOnlyList<OutlineItem> Of(Workspace workspace, string path, CancellationToken cancellation = default)
    {
        if (!workspace.TryGetFile(path, out var file))
        {
            return [];
        }

        // The places come parents first, so the children of one are complete once all are read.
        var roots = new List<Place>();
        var children = new Dictionary<Place, List<Place>>();
        foreach (var place in file.Places.All())
        {
            cancellation.ThrowIfCancellationRequested();
            if (place.Parent is not { } parent)
            {
                roots.Add(place);
            }
            else if (children.TryGetValue(parent, out var siblings))
            {
                siblings.Add(place);
            }
            else
            {
                children[parent] = [place];
            }
        }

        return [.. roots.Select(root => Item(file, root, children, 1))];
    }

    private static OutlineItem Item(ComposeFile file, Place place, Dictionary<Place, List<Place>> children, int depth)
    {
        var kind = KindOf(file, place);
        var naming = place.Item is null ? null : Naming.Select(key => Entry(place.Value, key)).FirstOrDefault(entry => entry is { Value: { IsScalar: true, IsNull: false } });
        return new OutlineItem
        {
            Name = NameOf(place, naming),
            Detail = Detail(file, place, kind, naming),
            Kind = kind,
            Span = place.Span,
            NameSpan = place.Entry?.Key.Span ?? naming?.Value.Span ?? (place.Value.IsScalar || place.Value.IsAlias ? place.Value.Span : new TextSpan(place.Value.Span.Start, place.Value.Span.Start)),
            IsDeprecated = place.Entry is not null && place.Schema?.IsDeprecated is true,
            Children = depth < MaxDepth && children.TryGetValue(place, out var inside) ? [.. inside.Select(child => Item(file, child, children, depth + 1))] : [],
        };
    }

    private static OutlineKind KindOf(ComposeFile file, Place place)
    {
        if (place.Entry is { Key: var key } && !(key is { Style: ScalarStyle.Plain, Value: "<<" }))
        {
            if (place is { Parent: null, Schema.Definition: "service" } && file.Model.Format == ComposeFormat.Legacy)
            {
                return OutlineKind.Service;
            }

            switch (place.Parent?.Schema?.Defines)
            {
                case "service": return OutlineKind.Service;
                case "network": return OutlineKind.Network;
                case "volume": return OutlineKind.Volume;
                case "config": return OutlineKind.Config;
                case "secret": return OutlineKind.Secret;
                case "model": return OutlineKind.Model;
            }

            if (place.Parent is null && (place.Schema?.Defines is not null || place.Value.IsMapping || place.Value.IsSequence))
            {
                return OutlineKind.Section;
            }
        }

        return place.Value switch
        {
            { IsMapping: true } => OutlineKind.Mapping,
            { IsSequence: true } => OutlineKind.List,
            { IsNull: true } => OutlineKind.Null,
            { IsScalar: true } scalar => (scalar is { Style: ScalarStyle.Plain, Tag: null } ? CoreSchema.Resolve(scalar.Value) : null) switch
            {
                bool => OutlineKind.Boolean,
                long or ulong or double => OutlineKind.Number,
                _ => OutlineKind.Text,
            },
            _ => OutlineKind.Text,
        };
    }

    private static string NameOf(Place place, YamlEntry? naming)
    {
        var name = place.Entry is { } entry ? Text(entry.Key) ?? "?"
            : Text(naming?.Value ?? place.Value)
            ?? (place.Value.Entries.Count > 0 && place.Value.Entries[0] is var first ? Text(first.Key) : null)
            ?? (place.Value.IsSequence ? "[]" : place.Value.IsMapping ? "{}" : "null");
        return string.IsNullOrWhiteSpace(name) ? "\"\"" : name;
    }

    private static string? Detail(ComposeFile file, Place place, OutlineKind kind, YamlEntry? naming)
    {
        string? Of(params string[] keys) => keys.Select(key => file.Model.Lookup(file.Model.Resolve(place.Value), key)).Select(value => value is { } node ? Text(node) : null).FirstOrDefault(text => text is not null);
        string? Named(string key) => Of(key) is { } text ? $"{key}: {text}" : null;
        string? External() => Of("external") is "true" || file.Model.Resolve(place.Value).Get("external") is { IsMapping: true } ? "external" : null;
        return kind switch
        {
            OutlineKind.Service => Of("image") ?? Build(file, place),
            OutlineKind.Network or OutlineKind.Volume => External() ?? Of("driver"),
            OutlineKind.Config or OutlineKind.Secret => External() ?? Of("file") ?? Named("environment") ?? (file.Model.Resolve(place.Value).Get("content") is null ? null : "content"),
            OutlineKind.Model => Of("model"),
            OutlineKind.Section => null,
            _ when place.Item is null => Text(place.Value),
            _ when place.Value.IsMapping => Detailing.Select(key => Entry(place.Value, key)).FirstOrDefault(entry => entry is not null && entry != naming) is { } other ? Text(other.Value) : null,
            _ => null,
        };
    }

    private static string? Build(ComposeFile file, Place place)
    {
        if (file.Model.Lookup(file.Model.Resolve(place.Value), "build") is not { } build)
        {
            return null;
        }

        build = file.Model.Resolve(build);
        return $"build: {(build.IsMapping ? (file.Model.Lookup(build, "context") is { } context ? Text(context) : null) ?? "." : Text(build) ?? ".")}";
    }

    private static YamlEntry? Entry(YamlNode mapping, string key) => mapping.TryGetEntry(key, out var entry) ? entry : null;

    // One line, not too long; null where there is no text.
    private static string? Text(YamlNode node)
    {
        if (node.IsAlias)
        {
            return "*" + node.Value;
        }

        if (!node.IsScalar || string.IsNullOrWhiteSpace(node.Value))
        {
            return null;
        }

        var text = node.Value.Trim();
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var line = end < 0 ? text : text[..end].TrimEnd();
        if (line.Length <= LongestText)
        {
            return end < 0 ? line : line + " …";
        }

        // Half a character is none.
        return line[..(char.IsHighSurrogate(line[LongestText - 1]) ? LongestText - 1 : LongestText)] + "…";
    }
}
