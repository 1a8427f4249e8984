using Newtonsoft.Json;

namespace LspCompose.Lsp.Protocol;

// Records of LSP 3.18, only those used and of those only the members used. Names are those of the specification; a test compares them with the
// official meta model.

internal sealed record Position
{
    public required int Line { get; init; }

    /// <summary>In code units of the position encoding agreed on.</summary>
    public required int Character { get; init; }
}

internal sealed record Range
{
    public required Position Start { get; init; }

    public required Position End { get; init; }
}

internal sealed record Location
{
    public required string Uri { get; init; }

    public required Range Range { get; init; }
}

internal sealed record TextDocumentIdentifier
{
    public required string Uri { get; init; }
}

internal sealed record VersionedTextDocumentIdentifier
{
    public required string Uri { get; init; }

    public required int Version { get; init; }
}

internal sealed record OptionalVersionedTextDocumentIdentifier
{
    public required string Uri { get; init; }

    [JsonProperty(Required = Required.AllowNull, NullValueHandling = NullValueHandling.Include)]
    public required int? Version { get; init; }
}

internal sealed record TextDocumentItem
{
    public required string Uri { get; init; }

    public required string LanguageId { get; init; }

    public required int Version { get; init; }

    public required string Text { get; init; }
}

internal sealed record MarkupContent
{
    /// <summary><c>markdown</c> or <c>plaintext</c>.</summary>
    public required string Kind { get; init; }

    public required string Value { get; init; }
}
