using LspCompose.Lsp.Protocol;

namespace LspCompose.Lsp.Sessions;

/// <summary>What the client can do with the symbols of a document.</summary>
internal sealed record SymbolProfile
{
    /// <summary>True when symbols may hold others.</summary>
    public bool TakesTree { get; init; }

    /// <summary>True when symbols may be marked as deprecated.</summary>
    public bool TakesDeprecated { get; init; }

    private IReadOnlyList<SymbolKind>? Kinds { get; init; }

    /// <summary>Reads what a client announces.</summary>
    public static SymbolProfile From(DocumentSymbolClientCapabilities? client) => new()
    {
        TakesTree = client?.HierarchicalDocumentSymbolSupport is true,
        TakesDeprecated = client?.TagSupport?.ValueSet.Contains(SymbolTag.Deprecated) is true,
        Kinds = client?.SymbolKind?.ValueSet,
    };

    /// <summary>The kind, or the nearest one the client knows. One that names none knows those up to <see cref="SymbolKind.Array"/>.</summary>
    public SymbolKind Known(SymbolKind kind) => (Kinds is null ? kind <= SymbolKind.Array : Kinds.Contains(kind)) ? kind
        : kind switch
        {
            SymbolKind.Object => SymbolKind.Module,
            SymbolKind.Struct or SymbolKind.Event => SymbolKind.Class,
            SymbolKind.Key => SymbolKind.Constant,
            SymbolKind.Null => SymbolKind.Variable,
            _ => kind,
        };
}
