using LspCompose.Analysis.Features.Navigation;
using LspCompose.Lsp.Files;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Rpc;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>textDocument/prepareRename</c>: the name alone; a refusal is told before the user types.</summary>
internal sealed class PrepareRenameHandler(ProjectFiles files) : IQueryHandler<PrepareRenameParams, PrepareRenamePlaceholder?>
{
    public async Task<PrepareRenamePlaceholder?> HandleAsync(Session snapshot, PrepareRenameParams parameters, CancellationToken cancellation)
    {
        if (await Cursor.SettledAsync(files, snapshot, parameters.TextDocument, parameters.Position, cancellation).ConfigureAwait(false) is not { } cursor
            || Rename.Prepare(cursor.Workspace, cursor.Path, cursor.Offset) is not { } target)
        {
            return null;
        }

        return target.Refusal is { } refusal
            ? throw new ProtocolError(ErrorCodes.RequestFailed, refusal)
            : new PrepareRenamePlaceholder { Range = cursor.RangeIn(cursor.Path, target.Span), Placeholder = target.Name };
    }
}

/// <summary><c>textDocument/rename</c>.</summary>
internal sealed class RenameHandler(ProjectFiles files) : IQueryHandler<RenameParams, WorkspaceEdit?>
{
    /// <summary>What the server does of it for a client.</summary>
    public static RenameOptions Options(ClientProfile client) => new() { PrepareProvider = client.PreparesRenames ? true : null };

    public async Task<WorkspaceEdit?> HandleAsync(Session snapshot, RenameParams parameters, CancellationToken cancellation)
    {
        if (await Cursor.SettledAsync(files, snapshot, parameters.TextDocument, parameters.Position, cancellation).ConfigureAwait(false) is not { } cursor
            || Rename.To(cursor.Workspace, cursor.Path, cursor.Offset, parameters.NewName, cancellation) is not { } result)
        {
            return null;
        }

        return result.Refusal is { } refusal
            ? throw new ProtocolError(ErrorCodes.RequestFailed, refusal)
            : WorkspaceEdits.From(cursor.Session, "Rename", result.Edits, isSafe: true);
    }
}
