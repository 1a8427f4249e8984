using LspCompose.Analysis.Features;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>textDocument/documentSymbol</c>: a tree, or a flat list for clients that know no trees.</summary>
internal sealed class DocumentSymbolHandler : IQueryHandler<DocumentSymbolParams, IReadOnlyList<object>>
{
    public Task<IReadOnlyList<object>> HandleAsync(Session snapshot, DocumentSymbolParams parameters, CancellationToken cancellation)
    {
        if (!snapshot.TryGetAnalysed(parameters.TextDocument.Uri, out var document))
        {
            return Task.FromResult<IReadOnlyList<object>>([]);
        }

        var items = Outline.Of(snapshot.ViewOf(document).Workspace, document.Path, cancellation);
        var writer = new Writer(snapshot.Client, document, cancellation);
        return Task.FromResult<IReadOnlyList<object>>(snapshot.Client.Symbols.TakesTree ? [.. items.Select(writer.Tree)] : writer.Flat(items));
    }

    private sealed class Writer(ClientProfile client, OpenDocument document, CancellationToken cancellation)
    {
        public DocumentSymbol Tree(OutlineItem item)
        {
            cancellation.ThrowIfCancellationRequested();
            return new DocumentSymbol
            {
                Name = item.Name,
                Detail = item.Detail,
                Kind = Kind(item),
                Tags = Tags(item),
                Range = client.Encoding.ToRange(document.Text, item.Span),
                SelectionRange = client.Encoding.ToRange(document.Text, item.NameSpan),
                Children = item.Children.Count > 0 ? [.. item.Children.Select(Tree)] : null,
            };
        }

        public List<SymbolInformation> Flat(IEnumerable<OutlineItem> items)
        {
            var result = new List<SymbolInformation>();
            foreach (var item in items)
            {
                Add(result, item, null);
            }

            return result;
        }

        private void Add(List<SymbolInformation> result, OutlineItem item, string? container)
        {
            cancellation.ThrowIfCancellationRequested();
            result.Add(new SymbolInformation
            {
                Name = item.Name,
                Kind = Kind(item),
                Tags = Tags(item),
                ContainerName = container,
                Location = new Location { Uri = document.Uri, Range = client.Encoding.ToRange(document.Text, item.Span) },
            });
            foreach (var child in item.Children)
            {
                Add(result, child, item.Name);
            }
        }

        private IReadOnlyList<SymbolTag>? Tags(OutlineItem item) => item.IsDeprecated && client.Symbols.TakesDeprecated ? [SymbolTag.Deprecated] : null;

        private SymbolKind Kind(OutlineItem item) => client.Symbols.Known(item.Kind switch
        {
            OutlineKind.Section => SymbolKind.Namespace,
            OutlineKind.Service => SymbolKind.Class,
            OutlineKind.Network => SymbolKind.Interface,
            OutlineKind.Volume => SymbolKind.Struct,
            OutlineKind.Config => SymbolKind.File,
            OutlineKind.Secret => SymbolKind.Key,
            OutlineKind.Model => SymbolKind.Event,
            OutlineKind.Mapping => SymbolKind.Object,
            OutlineKind.List => SymbolKind.Array,
            OutlineKind.Number => SymbolKind.Number,
            OutlineKind.Boolean => SymbolKind.Boolean,
            OutlineKind.Null => SymbolKind.Null,
            _ => SymbolKind.String,
        });
    }
}
