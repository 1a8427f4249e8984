using LspCompose.Analysis.Features;
using LspCompose.Lsp.Files;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>workspace/willRenameFiles</c>: paths in Compose files follow what is renamed.</summary>
internal sealed class WillRenameFilesHandler : IQueryHandler<RenameFilesParams, WorkspaceEdit?>
{
    public Task<WorkspaceEdit?> HandleAsync(Session snapshot, RenameFilesParams parameters, CancellationToken cancellation)
    {
        var renames = parameters.Files.Select(file => new Analysis.Features.FileRename(FileUris.ToPath(file.OldUri), FileUris.ToPath(file.NewUri))).Where(rename => FileUris.IsFile(rename.OldPath) && FileUris.IsFile(rename.NewPath));
        var edits = RenamedPaths.Edits(snapshot.Workspace, [.. renames], cancellation);
        return Task.FromResult(edits.Count == 0 ? null : WorkspaceEdits.From(snapshot, "Update paths of Compose files", edits, isSafe: true));
    }
}
