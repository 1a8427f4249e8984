using LspCompose.Lsp.Protocol;

namespace LspCompose.Lsp.Handlers;

/// <summary>The answer to <c>lspcompose.convertLinks</c>: what was converted, what was left and why, and what changes for the running system.</summary>
internal sealed record ConversionReport
{
    /// <summary>True when the client applied the edit.</summary>
    public required bool Applied { get; init; }

    /// <summary>True when the meaning of the file is kept.</summary>
    public required bool IsSafe { get; init; }

    public required IReadOnlyList<ConversionNote> Converted { get; init; }

    public required IReadOnlyList<ConversionNote> Left { get; init; }

    public required IReadOnlyList<string> RuntimeChanges { get; init; }

    /// <summary>The edit, for a client that takes no <c>workspace/applyEdit</c>.</summary>
    public WorkspaceEdit? Edit { get; init; }
}

/// <summary>One line of a conversion's report, about a place of the document before the conversion.</summary>
internal sealed record ConversionNote
{
    public required Range Range { get; init; }

    public required string Message { get; init; }
}
