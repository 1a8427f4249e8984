using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Rpc;
using LspCompose.Lsp.Sessions;
using LspCompose.Yaml.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>codeAction/resolve</c>: works out the edits of an offered action, unless its document changed since.</summary>
internal sealed class CodeActionResolveHandler : IQueryHandler<CodeAction, CodeAction>
{
    public Task<CodeAction> HandleAsync(Session snapshot, CodeAction parameters, CancellationToken cancellation)
    {
        if (parameters.Edit is not null)
        {
            return Task.FromResult(parameters);
        }

        var data = Read(parameters.Data);
        if (!snapshot.TryGetAnalysed(data.Uri, out var document) || document.Version != data.Version)
        {
            throw new ProtocolError(ErrorCodes.ContentModified, "The document has changed since the code action was offered.");
        }

        var actions = Analysis.Features.CodeActions.At(snapshot.Workspace, data.Uri, new TextSpan(data.Start, data.End), cancellation);
        if (data.Index < 0 || data.Index >= actions.Count || actions[data.Index].Fix is not { } fix || fix.Title != parameters.Title)
        {
            throw new ProtocolError(ErrorCodes.ContentModified, "The code action is no longer offered.");
        }

        return Task.FromResult(parameters with { Edit = WorkspaceEdits.From(snapshot, fix.Title, fix.Edits, fix.IsSafe) });
    }

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
