using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Protocol;

internal sealed record Command
{
    public required string Title { get; init; }

    [Newtonsoft.Json.JsonProperty("command")]
    public required string Name { get; init; }

    public IReadOnlyList<JToken>? Arguments { get; init; }
}
