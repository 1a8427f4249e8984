using LspCompose.Analysis.Migration;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Rpc;
using LspCompose.Lsp.Sessions;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>workspace/executeCommand</c>.</summary>
internal sealed class ExecuteCommandHandler(Connection client) : IQueryHandler<ExecuteCommandParams, ConversionReport>
{
    /// <summary>Converts all links of a file to a network. Arguments: the document's URI and, if the user named one, the network.</summary>
    public const string ConvertLinks = "lspcompose.convertLinks";

    private const string Title = "Convert all links in this file to networks";

    public async Task<ConversionReport> HandleAsync(Session snapshot, ExecuteCommandParams parameters, CancellationToken cancellation)
    {
        if (parameters.Command != ConvertLinks)
        {
            throw new ProtocolError(ErrorCodes.InvalidParams, $"There is no command '{parameters.Command}'.");
        }

        var (uri, network) = Arguments(parameters.Arguments ?? []);
        if (!snapshot.TryGetAnalysed(uri, out var document))
        {
            throw new ProtocolError(ErrorCodes.InvalidParams, $"'{uri}' is not open.");
        }

        var migration = NetworkMigration.Run(snapshot.ViewOf(document).Workspace, document.Path, new MigrationOptions { NetworkName = network }, cancellation);
        ConversionNote Note(MigrationNote note) => new() { Range = snapshot.Client.Encoding.ToRange(document.Text, note.Span), Message = note.Message };
        var report = new ConversionReport
        {
            Applied = false,
            IsSafe = migration.IsSafe,
            Converted = [.. migration.For(document.Path).Converted.Select(Note)],
            Left = [.. migration.For(document.Path).Left.Select(Note)],
            RuntimeChanges = migration.RuntimeChanges,
        };
        if (migration.Edits.Count == 0)
        {
            return report;
        }

        var edit = WorkspaceEdits.From(snapshot, Title, migration.Edits, migration.IsSafe);
        if (!snapshot.Client.AppliesEdits)
        {
            return report with { Edit = edit };
        }

        var applied = await client.RequestAsync<ApplyWorkspaceEditResult>("workspace/applyEdit", new ApplyWorkspaceEditParams { Label = Title, Edit = edit }, cancellation).ConfigureAwait(false);
        return report with { Applied = applied?.Applied is true };
    }

    private static (string Uri, string? Network) Arguments(IReadOnlyList<JToken> arguments) => arguments switch
    {
        [JValue { Value: string uri }] => (uri, null),
        [JValue { Value: string uri }, JValue { Value: null or string } network] => (uri, network.Value as string),
        _ => throw new ProtocolError(ErrorCodes.InvalidParams, $"The arguments of '{ConvertLinks}' are a document's URI and the name of a network."),
    };
}
