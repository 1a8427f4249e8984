using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Rpc;
using LspCompose.Lsp.Sessions;
using LspCompose.Yaml.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>codeAction/resolve</c>: adds the edits to an offered action, as the client sent it back, unless its document changed since.</summary>
internal sealed class CodeActionResolveHandler : IQueryHandler<JObject, JObject>
{
    public Task<JObject> HandleAsync(Session snapshot, JObject parameters, CancellationToken cancellation)
    {
        if (parameters["edit"] is { Type: JTokenType.Object })
        {
            return Task.FromResult(parameters);
        }

        var data = Read(parameters["data"]);
        if (!snapshot.TryGetAnalysed(data.Uri, out var document) || document.Version != data.Version)
        {
            throw new ProtocolError(ErrorCodes.ContentModified, "The document has changed since the code action was offered.");
        }

        var (title, kind) = (Text(parameters["title"]), Text(parameters["kind"]));
        var actions = Analysis.Features.CodeActions.At(
            snapshot.ViewOf(document).Workspace, document.Path, new TextSpan(data.Start, data.End), offered => CodeActionKinds.Of(offered) == kind, cancellation);
        if (actions.FirstOrDefault(action => action.Fix.Title == title)?.Fix is not { } fix)
        {
            throw new ProtocolError(ErrorCodes.ContentModified, "The code action is no longer offered.");
        }

        var resolved = new JObject(parameters) { ["edit"] = ProtocolJson.ToToken(WorkspaceEdits.From(snapshot, fix.Title, fix.Edits, fix.IsSafe)) };
        return Task.FromResult(resolved);
    }

    private static string? Text(JToken? token) => (token as JValue)?.Value as string;

    private static CodeActionData Read(JToken? data)
    {
        try
        {
            return ProtocolJson.To<CodeActionData>(data ?? JValue.CreateNull());
        }
        catch (JsonException e)
        {
            throw new ProtocolError(ErrorCodes.InvalidParams, $"The code action cannot be resolved by its data: {e.Message}");
        }
    }
}
