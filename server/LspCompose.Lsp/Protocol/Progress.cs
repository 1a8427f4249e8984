using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Protocol;

internal sealed record ProgressParams
{
    public required JToken Token { get; init; }

    public required JToken Value { get; init; }
}

internal sealed record WorkDoneProgressCreateParams
{
    public required JToken Token { get; init; }
}

internal sealed record WorkDoneProgressBegin
{
    public string Kind { get; } = "begin";

    public required string Title { get; init; }

    public bool? Cancellable { get; init; }
}

internal sealed record WorkDoneProgressEnd
{
    public string Kind { get; } = "end";
}
