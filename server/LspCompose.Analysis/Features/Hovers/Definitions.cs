using LspCompose.Analysis.Features.Effective;
using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Symbols;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Features.Hovers;

/// <summary>The definition behind a name.</summary>
internal static class Definitions
{
    private const int MaxLines = 20;
    private const int MaxPlaces = 4;

    private static readonly Dictionary<SymbolKind, (string Word, string Section)> Resources = new()
    {
        [SymbolKind.Network] = ("Network", "networks"),
        [SymbolKind.Volume] = ("Volume", "volumes"),
        [SymbolKind.Config] = ("Config", "configs"),
        [SymbolKind.Secret] = ("Secret", "secrets"),
        [SymbolKind.Model] = ("Model", "models"),
    };

    /// <summary>What is known about the thing a name under the cursor stands for; null where no name is.</summary>
    public static string? Of(HoverSpot spot, Symbol symbol)
    {
        var symbols = ProjectSymbols.Of(spot.Workspace, spot.File.Path);
        if (symbols.KeyOf(symbol) is not { } key)
        {
            return null;
        }

        var definitions = symbols.Definitions(key);
        return key.Kind switch
        {
            SymbolKind.Service => definitions.Count == 0 ? null : ServiceSummary.Of(spot, key.Name, definitions),
            SymbolKind.Profile => $"**Profile** `{key.Name}`: switches on {ServiceSummary.Names(definitions.Select(definition => definition.Service).OfType<string>())}",
            SymbolKind.Container => $"**Container** `{key.Name}`: of service {ServiceSummary.Names(definitions.Select(definition => definition.Service).OfType<string>())}",
            SymbolKind.Alias => $"**Name** `{key.Name}`: stands for service {ServiceSummary.Names(definitions.Select(definition => definition.Service).OfType<string>())} ({Places(spot, definitions)})",
            _ when Resources.TryGetValue(key.Kind, out var kind) => Resource(spot, key, kind, symbols),
            _ => null,
        };
    }

    /// <summary>What an alias or anchor stands for, as it is written; null when it leads nowhere.</summary>
    public static string? OfAnchor(HoverSpot spot)
    {
        var anchored = spot.Node.IsAlias ? spot.File.Model.Anchors.Find(spot.Node)
            : spot.Property is { } property && spot.File.Text.Content[property.Start] == '&' ? spot.Node
            : null;
        if (anchored is not { Anchor: { } name } node)
        {
            return spot.Node.IsAlias && !spot.IsKey ? $"**Alias** `{spot.Node.Value}`: there is no anchor `&{spot.Node.Value}` above it." : null;
        }

        var uses = spot.File.Model.Anchors.Aliases.Count(alias => spot.File.Model.Anchors.Find(alias) == node);
        var place = new SourcePlace(spot.File.Path, node.FullSpan);
        var where = spot.Node.IsAlias ? $"from `{spot.Name(place)}`" : uses == 0 ? "not used" : $"used {Words.Numbers.Count(uses, "time")}";
        return $"**Anchor** `{name}`, {where}\n\n{Written(spot.File, node)}";
    }

    /// <summary>What a tag of Compose's own does; null for any other one.</summary>
    public static string? OfTag(HoverSpot spot) => spot.Property is { } property ? spot.File.Text.ToString(property) switch
    {
        "!reset" => "`!reset`: takes out what earlier files give here; what stands behind it does not count.",
        "!override" => "`!override`: replaces what earlier files give here instead of being merged with it.",
        _ => null,
    } : null;

    /// <summary>The places of definitions, for instance <c>`compose.yaml:3`, `compose.override.yaml:2`</c>; empty without any.</summary>
    public static string Places(HoverSpot spot, IReadOnlyList<Symbol> definitions) =>
        string.Join(", ", definitions.Take(MaxPlaces).Select(definition => $"`{spot.Name(new SourcePlace(definition.Path, definition.Span))}`")) + (definitions.Count > MaxPlaces ? " …" : "");

    private static string Resource(HoverSpot spot, SymbolKey key, (string Word, string Section) kind, ProjectSymbols symbols)
    {
        var definitions = symbols.Definitions(key);
        var users = ServiceSummary.Names(symbols.References(key).Select(reference => reference.Service).OfType<string>());
        var model = (spot.Project.Model.Get(kind.Section) as ConfigMapping)?.Get(key.Name);
        var block = model is ConfigMapping ? new EffectiveText(spot.Workspace, spot.Project).Block(key.Name, model) : "";
        var where = definitions.Count > 0 ? $" ({Places(spot, definitions)})"
            : key is { Kind: SymbolKind.Network, Name: "default" } ? " (implied: every service that names no network is on it)"
            : " (not declared)";
        return string.Join("\n\n", new[] { $"**{kind.Word}** `{key.Name}`{where}", key.Kind == SymbolKind.Network && spot.Place.Within("service") is not null ? "" : users.Length == 0 ? "Used by no service." : $"Used by {users}.", block }.Where(part => part.Length > 0));
    }

    private static string Written(ComposeFile file, YamlNode node)
    {
        var text = file.Text;
        var column = node.Span.Start - text.LineStart(text.LineOf(node.Span.Start));
        var lines = text.ToString(node.Span).ReplaceLineEndings("\n").Split('\n')
            .Select((line, index) => index == 0 || line.Length < column || line[..column].Trim().Length > 0 ? line.TrimEnd() : line[column..].TrimEnd())
            .Select(WithoutSecret).ToList();
        return $"```yaml\n{string.Join('\n', lines.Take(MaxLines))}{(lines.Count > MaxLines ? $"\n# … {lines.Count - MaxLines} more lines" : "")}\n```";
    }

    private static string WithoutSecret(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && SecretNames.IsSecret(line[..colon].Trim().TrimStart('-', ' ').Trim('"', '\'')) && !line[(colon + 2)..].TrimStart().StartsWith('$')
            ? $"{line[..(colon + 2)]}{SecretNames.Mask}"
            : SecretTexts.Hide(line);
    }
}
