using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Protocol;

internal sealed record Diagnostic
{
    public required Range Range { get; init; }

    public DiagnosticSeverity? Severity { get; init; }

    public string? Code { get; init; }

    public CodeDescription? CodeDescription { get; init; }

    public string? Source { get; init; }

    public required string Message { get; init; }

    public IReadOnlyList<DiagnosticTag>? Tags { get; init; }

    public IReadOnlyList<DiagnosticRelatedInformation>? RelatedInformation { get; init; }
}

internal enum DiagnosticSeverity
{
    Error = 1,
    Warning = 2,
    Information = 3,
    Hint = 4,
}

internal enum DiagnosticTag
{
    Unnecessary = 1,
    Deprecated = 2,
}

internal sealed record CodeDescription
{
    public required string Href { get; init; }
}

internal sealed record DiagnosticRelatedInformation
{
    public required Location Location { get; init; }

    public required string Message { get; init; }
}

internal sealed record PublishDiagnosticsParams
{
    public required string Uri { get; init; }

    public int? Version { get; init; }

    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }
}

internal sealed record DocumentDiagnosticParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public string? PreviousResultId { get; init; }
}

internal sealed record FullDocumentDiagnosticReport
{
    public string Kind { get; } = "full";

    public string? ResultId { get; init; }

    public required IReadOnlyList<Diagnostic> Items { get; init; }
}

internal sealed record UnchangedDocumentDiagnosticReport
{
    public string Kind { get; } = "unchanged";

    public required string ResultId { get; init; }
}

internal sealed record WorkspaceDiagnosticParams
{
    public required IReadOnlyList<PreviousResultId> PreviousResultIds { get; init; }

    public JToken? PartialResultToken { get; init; }
}

internal sealed record PreviousResultId
{
    public required string Uri { get; init; }

    public required string Value { get; init; }
}

internal sealed record WorkspaceDiagnosticReport
{
    /// <summary>Each a <see cref="WorkspaceFullDocumentDiagnosticReport"/> or a <see cref="WorkspaceUnchangedDocumentDiagnosticReport"/>.</summary>
    public required IReadOnlyList<object> Items { get; init; }
}

internal sealed record WorkspaceFullDocumentDiagnosticReport
{
    public string Kind { get; } = "full";

    public required string Uri { get; init; }

    [JsonProperty(Required = Required.AllowNull, NullValueHandling = NullValueHandling.Include)]
    public required int? Version { get; init; }

    public string? ResultId { get; init; }

    public required IReadOnlyList<Diagnostic> Items { get; init; }
}

internal sealed record WorkspaceUnchangedDocumentDiagnosticReport
{
    public string Kind { get; } = "unchanged";

    public required string Uri { get; init; }

    [JsonProperty(Required = Required.AllowNull, NullValueHandling = NullValueHandling.Include)]
    public required int? Version { get; init; }

    public required string ResultId { get; init; }
}
