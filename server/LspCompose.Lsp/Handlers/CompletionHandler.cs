using LspCompose.Analysis.Features.Completion;
using LspCompose.Lsp.Files;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;
using CompletionItem = LspCompose.Analysis.Features.Completion.CompletionItem;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>textDocument/completion</c>: what can be typed at the cursor.</summary>
internal sealed class CompletionHandler(CompletionMemory memory, HostLooks looks) : IQueryHandler<CompletionParams, CompletionList>
{
    // What is in one file may name another.
    private const int MaxRounds = 3;

    private static readonly Command GoOn = new() { Title = "Go on", Name = "editor.action.triggerSuggest" };

    private static readonly CompletionList None = new() { IsIncomplete = false, Items = [] };

    /// <summary>What the server does of it.</summary>
    public static CompletionOptions Options { get; } = new() { TriggerCharacters = Completion.TriggerCharacters, ResolveProvider = true };

    public async Task<CompletionList> HandleAsync(Session snapshot, CompletionParams parameters, CancellationToken cancellation)
    {
        if (!snapshot.TryGetAnalysed(parameters.TextDocument.Uri, out var document))
        {
            return None;
        }

        var profile = snapshot.Client.Completion;
        char? typed = parameters.Context is { TriggerKind: CompletionTriggerKind.TriggerCharacter, TriggerCharacter: [var character] } ? character : null;
        var offset = snapshot.Client.Encoding.ToOffset(document.Text, parameters.Position);
        var host = new HostAnswers();
        var items = Offer();
        for (var (round, open) = (0, 0); round < MaxRounds && host.Open.Count > 0 && (round == 0 || host.Open.Count != open); round++)
        {
            open = host.Open.Count;
            await looks.AnswerAsync(host, cancellation).ConfigureAwait(false);
            items = Offer();
        }

        var list = memory.Add(items);
        return new CompletionList { IsIncomplete = host.Open.Count > 0 || items.Count == Completion.MaxItems, Items = [.. items.Select((item, index) => ToItem(snapshot, document, item, list, index))] };

        IReadOnlyList<CompletionItem> Offer() => Completion.At(snapshot.ViewOf(document).Workspace, document.Path, offset, profile.Client, host, typed, cancellation);
    }

    private static Protocol.CompletionItem ToItem(Session snapshot, OpenDocument document, CompletionItem item, int list, int index)
    {
        var profile = snapshot.Client.Completion;
        var encoding = snapshot.Client.Encoding;
        var replace = encoding.ToRange(document.Text, item.ReplaceSpan);
        return new Protocol.CompletionItem
        {
            Label = item.Label,
            Kind = KindOf(item.Kind),
            Tags = item.IsDeprecated && profile.TakesTags ? [CompletionItemTag.Deprecated] : null,
            Deprecated = item.IsDeprecated && profile.TakesDeprecated ? true : null,
            Detail = item.Detail.Length > 0 ? item.Detail : null,
            SortText = item.SortText,
            FilterText = item.FilterText == item.Label ? null : item.FilterText,
            InsertTextFormat = item.IsSnippet ? InsertTextFormat.Snippet : null,
            InsertTextMode = profile.TakesInsertTextMode && item.InsertText.AsSpan().ContainsAny('\n', '\r') ? InsertTextMode.AsIs : null,
            TextEdit = profile.TakesInsertReplace
                ? ProtocolJson.ToToken(new InsertReplaceEdit { NewText = item.InsertText, Insert = encoding.ToRange(document.Text, item.InsertSpan), Replace = replace })
                : ProtocolJson.ToToken(new TextEdit { NewText = item.InsertText, Range = replace }),
            AdditionalTextEdits = item.AdditionalEdits.Count == 0 ? null
                : [.. item.AdditionalEdits.Select(edit => new TextEdit { Range = encoding.ToRange(document.Text, edit.Span), NewText = edit.NewText })],
            Command = item.Kind == CompletionKind.Folder && profile.GoesOn ? GoOn : null,
            Data = ProtocolJson.ToToken(new CompletionData { List = list, Index = index }),
        };
    }

    private static CompletionItemKind KindOf(CompletionKind kind) => kind switch
    {
        CompletionKind.Key => CompletionItemKind.Property,
        CompletionKind.Choice => CompletionItemKind.EnumMember,
        CompletionKind.Service => CompletionItemKind.Class,
        CompletionKind.Resource => CompletionItemKind.Module,
        CompletionKind.Variable => CompletionItemKind.Variable,
        CompletionKind.Anchor => CompletionItemKind.Reference,
        CompletionKind.File => CompletionItemKind.File,
        CompletionKind.Folder => CompletionItemKind.Folder,
        CompletionKind.Image or CompletionKind.Profile => CompletionItemKind.Constant,
        CompletionKind.Unit => CompletionItemKind.Unit,
        CompletionKind.Snippet => CompletionItemKind.Snippet,
        _ => CompletionItemKind.Value,
    };
}
