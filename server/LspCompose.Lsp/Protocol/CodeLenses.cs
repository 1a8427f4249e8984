using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Protocol;

internal sealed record CodeLensParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }
}

internal sealed record CodeLens
{
    public required Range Range { get; init; }

    public Command? Command { get; init; }

    public JToken? Data { get; init; }
}

internal sealed record CodeLensOptions
{
    public bool? ResolveProvider { get; init; }
}
