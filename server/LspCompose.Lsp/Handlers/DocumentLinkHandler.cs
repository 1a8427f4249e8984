using LspCompose.Analysis.Features;
using LspCompose.Lsp.Files;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>textDocument/documentLink</c>. Targets cost nothing to work out, so links come with them.</summary>
internal sealed class DocumentLinkHandler : IQueryHandler<DocumentLinkParams, IReadOnlyList<DocumentLink>>
{
    /// <summary>What the server does of it.</summary>
    public static DocumentLinkOptions Options { get; } = new() { ResolveProvider = false };

    public Task<IReadOnlyList<DocumentLink>> HandleAsync(Session snapshot, DocumentLinkParams parameters, CancellationToken cancellation)
    {
        if (!snapshot.TryGetAnalysed(parameters.TextDocument.Uri, out var document))
        {
            return Task.FromResult<IReadOnlyList<DocumentLink>>([]);
        }

        // What is no file on disk has no place for paths to start from.
        var links = TextLinks.Of(snapshot.ViewOf(document).Workspace, document.Path, cancellation).Where(link => link.Path is null || FileUris.IsFile(document.Path));
        return Task.FromResult<IReadOnlyList<DocumentLink>>(
        [
            .. links.Select(link => new DocumentLink
            {
                Range = snapshot.Client.Encoding.ToRange(document.Text, link.Span),
                Target = link.Url ?? (link.Path is { } path ? snapshot.UriOf(path) : null),
                Tooltip = snapshot.Client.ShowsLinkTooltips ? link.Tooltip : null,
            }),
        ]);
    }
}
