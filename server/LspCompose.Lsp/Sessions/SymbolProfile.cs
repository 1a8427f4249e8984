using LspCompose.Lsp.Protocol;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Sessions;

/// <summary>What the client can do with the symbols of a document.</summary>
internal sealed record SymbolProfile
{
    /// <summary>True when symbols may hold others.</summary>
    public bool TakesTree { get; init; }

    /// <summary>True when symbols may be marked as deprecated.</summary>
    public bool TakesDeprecated { get; init; }

    private IReadOnlySet<long>? Kinds { get; init; }

    /// <summary>Reads what a client announces. Lists of numbers are taken from the JSON as sent: lists of enumerations cannot be made by reflection.</summary>
    public static SymbolProfile From(DocumentSymbolClientCapabilities? client, JToken announced) => new()
    {
        TakesTree = client?.HierarchicalDocumentSymbolSupport is true,
        TakesDeprecated = Numbers(announced, "tagSupport")?.Contains((long)SymbolTag.Deprecated) is true,
        Kinds = Numbers(announced, "symbolKind"),
    };

    /// <summary>The kind, or the nearest one the client knows. One that names none knows those up to <see cref="SymbolKind.Array"/>.</summary>
    public SymbolKind Known(SymbolKind kind) => (Kinds is null ? kind <= SymbolKind.Array : Kinds.Contains((long)kind)) ? kind
        : kind switch
        {
            SymbolKind.Object => SymbolKind.Module,
            SymbolKind.Struct or SymbolKind.Event => SymbolKind.Class,
            SymbolKind.Key => SymbolKind.Constant,
            SymbolKind.Null => SymbolKind.Variable,
            _ => kind,
        };

    private static HashSet<long>? Numbers(JToken announced, string capability) =>
        announced.SelectToken($"textDocument.documentSymbol.{capability}.valueSet") is JArray values ? [.. values.OfType<JValue>().Select(value => value.Value).OfType<long>()] : null;
}
