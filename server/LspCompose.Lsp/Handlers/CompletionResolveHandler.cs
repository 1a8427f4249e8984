using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Rpc;
using LspCompose.Lsp.Sessions;
using LspCompose.Lsp.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>completionItem/resolve</c>: adds the documentation to an item, as the client sent it back.</summary>
internal sealed class CompletionResolveHandler(CompletionMemory memory) : IQueryHandler<JObject, JObject>
{
    public Task<JObject> HandleAsync(Session snapshot, JObject parameters, CancellationToken cancellation)
    {
        var data = Read(parameters["data"]);
        if (memory.Find(data.List, data.Index) is not { } item || item.Label != (parameters["label"] as JValue)?.Value as string || item.Documentation() is not { Length: > 0 } markdown)
        {
            return Task.FromResult(parameters);
        }

        var content = snapshot.Client.Completion.ReadsMarkdown
            ? new MarkupContent { Kind = "markdown", Value = markdown }
            : new MarkupContent { Kind = "plaintext", Value = PlainText.FromMarkdown(markdown) };
        return Task.FromResult(new JObject(parameters) { ["documentation"] = ProtocolJson.ToToken(content) });
    }

    private static CompletionData Read(JToken? data)
    {
        try
        {
            return ProtocolJson.To<CompletionData>(data ?? JValue.CreateNull());
        }
        catch (JsonException e)
        {
            throw new ProtocolError(ErrorCodes.InvalidParams, $"The completion item cannot be resolved by its data: {e.Message}");
        }
    }
}
