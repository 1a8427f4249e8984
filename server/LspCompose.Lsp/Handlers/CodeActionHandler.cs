using LspCompose.Analysis.Findings;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Publishing;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;
using LspCompose.Yaml.Text;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>textDocument/codeAction</c>: what can be mended or changed at a range.</summary>
internal sealed class CodeActionHandler : IQueryHandler<CodeActionParams, IReadOnlyList<CodeAction>>
{
    /// <summary>What the server does of it.</summary>
    public static CodeActionOptions Options { get; } = new() { CodeActionKinds = Handlers.CodeActionKinds.All, ResolveProvider = true };

    public Task<IReadOnlyList<CodeAction>> HandleAsync(Session snapshot, CodeActionParams parameters, CancellationToken cancellation)
    {
        if (!snapshot.TryGetAnalysed(parameters.TextDocument.Uri, out var document))
        {
            return Task.FromResult<IReadOnlyList<CodeAction>>([]);
        }

        var span = snapshot.Client.Encoding.ToSpan(document.Text, parameters.Range);
        var actions = Analysis.Features.CodeActions.At(
            snapshot.ViewOf(document).Workspace, document.Path, span, kind => CodeActionKinds.IsWanted(CodeActionKinds.Of(kind), parameters.Context.Only), cancellation);
        return Task.FromResult<IReadOnlyList<CodeAction>>(
            [.. actions.Where(action => IsWanted(snapshot, action.Fix, parameters.Context)).Select(action => ToCodeAction(snapshot, document, span, action))]);
    }

    // An editor asks by itself for fix-all on saving: nothing that changes the meaning may happen there.
    private static bool IsWanted(Session snapshot, Fix fix, CodeActionContext context) =>
        (snapshot.Client.CreatesFiles || !fix.CreatesFile)
        && (fix.IsSafe || !CodeActionKinds.IsForWholeFile(fix.Kind) || context.TriggerKind != CodeActionTriggerKind.Automatic);

    private static CodeAction ToCodeAction(Session snapshot, OpenDocument document, TextSpan span, Analysis.Features.CodeAction action) => new()
    {
        Title = action.Fix.Title,
        Kind = CodeActionKinds.Of(action.Fix.Kind),
        IsPreferred = action.Fix.IsPreferred ? true : null,
        Diagnostics = action.Findings.Count == 0 ? null : [.. action.Findings.Select(finding => DiagnosticsSource.ToDiagnostic(snapshot, document.Path, finding))],
        Edit = snapshot.Client.ResolvesEdits ? null : WorkspaceEdits.From(snapshot, action.Fix.Title, action.Fix.Edits, action.Fix.IsSafe),
        Data = snapshot.Client.ResolvesEdits
            ? ProtocolJson.ToToken(new CodeActionData { Uri = document.Uri, Version = document.Version, Start = span.Start, End = span.End })
            : null,
    };
}
