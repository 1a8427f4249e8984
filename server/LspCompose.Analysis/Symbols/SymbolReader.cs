using LspCompose.Analysis.Model;
using LspCompose.Analysis.Places;
using LspCompose.Analysis.Rules;
using LspCompose.Analysis.Schema;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Symbols;

/// <summary>Reads the names in a Compose file by what the schema says about their places.</summary>
internal sealed class SymbolReader
{
    private const string ContainerPrefix = "container:";

    private readonly ComposeFile file;
    private readonly List<Symbol> symbols = [];
    private string? service;
    private string? attribute;

    private SymbolReader(ComposeFile file) => this.file = file;

    private bool IsLegacy => file.Model.Format == ComposeFormat.Legacy;

    /// <summary>The names in a file, in no particular order.</summary>
    public static IReadOnlyList<Symbol> Read(ComposeFile file)
    {
        var reader = new SymbolReader(file);
        foreach (var document in file.Tree.Documents)
        {
            if (document.Root is { } root)
            {
                reader.ReadAnchor(root);
            }
        }

        foreach (var place in file.Places.All())
        {
            reader.Read(place);
        }

        return reader.symbols;
    }

    private void Read(Place place)
    {
        LocateService(place);
        if (place.Entry is { } entry)
        {
            ReadAnchor(entry.Key);
            ReadKey(place, entry);
        }

        ReadAnchor(place.Value);
        ReadHosts(place);
        if (place.Value is { IsScalar: true, Value.Length: > 0 })
        {
            ReadValue(place, new SourceValue(file.Text, place.Value));
        }
    }

    // In a fragment the attribute is known, the service is not.
    private void LocateService(Place place)
    {
        (service, attribute) = (null, null);
        Place? inner = null;
        for (var outer = place; outer is not null; outer = outer.Parent)
        {
            if (IsService(outer) || outer.Schema?.Definition == "service")
            {
                (service, attribute) = (IsService(outer) ? outer.Name : null, inner?.Name);
                return;
            }

            inner = outer;
        }
    }

    private bool IsService(Place? place) => place?.Entry is { } entry && Defines(place, "service") && !IsMerge(entry);

    private static bool IsMerge(YamlEntry entry) => entry.Key is { Style: ScalarStyle.Plain, Value: "<<" };

    private bool Defines(Place place, string kind) => DefinedBy(place) == kind;

    private string? DefinedBy(Place place) =>
        place.Parent is { } parent ? parent.Schema?.Defines
        : IsLegacy && place.Entry is { } entry && TopLevelKeys.IsRootService(entry) ? "service"
        : null;

    private void ReadAnchor(YamlNode node)
    {
        if (node.Anchor is { Length: > 0 } name)
        {
            var at = file.Text.Slice(new TextSpan(node.FullSpan.Start, node.Span.Start)).IndexOf("&" + name, StringComparison.Ordinal);
            if (at >= 0)
            {
                var span = TextSpan.FromLength(node.FullSpan.Start + at + 1, name.Length);
                symbols.Add(new Symbol(SymbolKind.Anchor, name, file.Path, span, SymbolRole.Definition) { Whole = node.FullSpan, Anchored = node.FullSpan.Start, Service = service });
            }
        }

        if (node is { IsAlias: true, Value.Length: > 0 })
        {
            var anchored = file.Model.Anchors.Find(node)?.FullSpan.Start ?? -1;
            symbols.Add(new Symbol(SymbolKind.Anchor, node.Value, file.Path, TextSpan.FromLength(node.Span.Start + 1, node.Value.Length), SymbolRole.Reference) { Whole = node.Span, Anchored = anchored, Service = service });
        }
    }

    private void ReadKey(Place place, YamlEntry entry)
    {
        if (!entry.Key.IsScalar || entry.Name.Length == 0 || IsMerge(entry))
        {
            return;
        }

        var key = new SourceValue(file.Text, entry.Key);
        var whole = new TextSpan(0, key.Text.Length);
        if (DefinedBy(place) is { } defines && ReferenceText.KindOf(defines) is { } kind)
        {
            symbols.Add(Named(kind, key, whole, SymbolRole.Definition) with { Whole = entry.Span, Service = kind == SymbolKind.Service ? entry.Name : service });
        }
        else if (place.Parent?.Schema?.Branch(SchemaTypes.Object) is { KeyReferences: [var reference, ..] } && ReferenceText.KindOf(reference) is { } named)
        {
            symbols.Add(Named(named, key, whole, SymbolRole.Reference));
        }
        else if (place.Value.IsNull && place.Parent?.Schema?.Syntax == "env")
        {
            symbols.Add(Named(SymbolKind.Variable, key, whole, SymbolRole.Reference) with { Whole = entry.Span, IsTakenOver = true });
        }
    }

    private void ReadValue(Place place, SourceValue value)
    {
        foreach (var use in value.Variables)
        {
            symbols.Add(Named(SymbolKind.Variable, value, use.NameSpan, SymbolRole.Reference) with { Whole = value.Find(use.ReferenceSpan) });
        }

        if (IsLegacy && place.Name == "net" && IsService(place.Parent))
        {
            ReadNet(value);
            return;
        }

        var schema = place.TextSchema;
        var around = place.Parent?.Schema;
        var whole = new TextSpan(0, value.Text.Length);
        var references = place.References;
        if (references is ["variable"])
        {
            // The others name variables of the container.
            if (place.Name == "environment")
            {
                symbols.Add(Named(SymbolKind.Variable, value, whole, SymbolRole.Reference));
            }
        }
        else if (references.Count > 0 && !IsMountOfAnotherType(place))
        {
            // NAME=service:…
            var start = place.Item is not null && around?.Syntax == "additional-context" ? value.Text.IndexOf('=', StringComparison.Ordinal) + 1 : 0;
            foreach (var (kind, span) in ReferenceText.Read(value.Text[start..], references, schema?.Syntax))
            {
                ReadReference(place, value, kind, span.Shift(start));
            }
        }
        else if (value.Text.Contains('$'))
        {
            // Only a variable knows the name.
        }
        else if (place.Name == "container_name" && IsService(place.Parent))
        {
            symbols.Add(Named(SymbolKind.Container, value, whole, SymbolRole.Definition));
        }
        else if (IsNetworkAlias(place))
        {
            symbols.Add(Named(SymbolKind.Alias, value, whole, SymbolRole.Definition));
        }
        else if (place.Item is not null && around?.Syntax == "env" && !value.Text.Contains('='))
        {
            symbols.Add(Named(SymbolKind.Variable, value, whole, SymbolRole.Reference) with { IsTakenOver = true });
        }
    }

    private void ReadReference(Place place, SourceValue value, SymbolKind kind, TextSpan span)
    {
        var role = kind is SymbolKind.Profile or SymbolKind.Alias ? SymbolRole.Definition : SymbolRole.Reference;
        var isExtends = kind == SymbolKind.Service && place.Name == "service";
        symbols.Add(Named(kind, value, span, role) with { File = isExtends ? FileOf(place) : null });
    }

    // The first format names a service of the file like a container.
    private void ReadNet(SourceValue value)
    {
        if (value.Text.StartsWith(ContainerPrefix, StringComparison.Ordinal))
        {
            var span = new TextSpan(ContainerPrefix.Length, value.Text.Length);
            symbols.Add(Named(file.Model.IsServiceName(value.Text[span.Start..]) ? SymbolKind.Service : SymbolKind.Container, value, span, SymbolRole.Reference));
        }
    }

    private string? FileOf(Place place) =>
        place.Name == "service" && place.Parent?.Value is { IsMapping: true } extends && extends.Get("file") is { } written && file.Model.Resolve(written) is { IsScalar: true, IsNull: false } name ? name.Value : null;

    /// <summary>True for the source of a mount whose <c>type</c> says that it is no volume.</summary>
    private bool IsMountOfAnotherType(Place place) =>
        place.Name == "source" && place.Parent?.Value.Get("type") is { } type && file.Model.Resolve(type).Value != "volume" && place.Schema?.References.Contains("volume") == true;

    private static bool IsNetworkAlias(Place place) =>
        place is { Item: not null, Parent: { Name: "aliases", Parent.Parent.Schema: { } networks } } && networks.Branch(SchemaTypes.Object)?.KeyReferences is ["network", ..];

    private void ReadHosts(Place place)
    {
        if (place.Entry is not null && place.Schema?.Branch(SchemaTypes.String)?.Syntax is "command" or "healthcheck-test")
        {
            List<YamlNode> scalars = place.Value.IsScalar ? [place.Value] : [.. place.Value.Items.Select(item => item.Value).Where(item => item.IsScalar)];
            AddHosts([.. scalars.Select(scalar => new SourceValue(file.Text, scalar))]);
        }
        else if (place is { Value: { IsScalar: true, Value.Length: > 0 }, Parent: { } parent })
        {
            if (parent.Schema is { Syntax: "env" } && parent.Name != "args")
            {
                AddHosts(place, new SourceValue(file.Text, place.Value));
            }
            else if (place.Name == "content" && parent.Parent?.Schema?.Defines == "config")
            {
                AddHosts([new SourceValue(file.Text, place.Value)]);
            }
        }
    }

    private void AddHosts(IReadOnlyList<SourceValue> words)
    {
        foreach (var (word, host) in HostMentions.InCommand([.. words.Select(word => word.Filled)]))
        {
            AddHost(words[word], host, 0);
        }
    }

    private void AddHosts(Place place, SourceValue value)
    {
        var text = value.Filled;
        var equals = place.Name is null ? text.IndexOf('=', StringComparison.Ordinal) : -1;
        if (place.Name is null && equals < 0)
        {
            return;
        }

        foreach (var host in HostMentions.InVariable(place.Name ?? text[..equals].Trim(), text[(equals + 1)..]))
        {
            AddHost(value, host, equals + 1);
        }
    }

    private void AddHost(SourceValue value, HostMention host, int start)
    {
        if (value.FindFilled(host.Span.Shift(start)) is { } span)
        {
            symbols.Add(At(SymbolKind.Host, host.Name, value, span, SymbolRole.Reference));
        }
    }

    private Symbol Named(SymbolKind kind, SourceValue value, TextSpan part, SymbolRole role) =>
        At(kind, value.Text[part.Start..part.End], value, value.Find(part), role);

    private Symbol At(SymbolKind kind, string name, SourceValue value, TextSpan span, SymbolRole role) =>
        new(kind, name, file.Path, span, role) { Whole = value.Scalar.Span, Service = service, Attribute = attribute, Scalar = value.Scalar };
}
