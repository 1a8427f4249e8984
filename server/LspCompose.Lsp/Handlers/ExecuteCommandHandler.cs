using LspCompose.Analysis.Graphs;
using LspCompose.Analysis.Migration;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Rpc;
using LspCompose.Lsp.Sessions;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>workspace/executeCommand</c>.</summary>
internal sealed class ExecuteCommandHandler(Connection client) : IQueryHandler<ExecuteCommandParams, object>
{
    /// <summary>Converts all links of a file to a network. Arguments: the document's URI and, if the user named one, the network.</summary>
    public const string ConvertLinks = "lspcompose.convertLinks";

    /// <summary>Draws the services and networks of a document's project. Arguments: the document's URI and, if the user chose one, a state of <see cref="GraphStates"/>.</summary>
    public const string Graph = "lspcompose.graph";

    /// <summary>What the server does of it.</summary>
    public static ExecuteCommandOptions Options { get; } = new() { Commands = [ConvertLinks, Graph] };

    private const string Title = "Convert all links in this file to networks";

    public async Task<object> HandleAsync(Session snapshot, ExecuteCommandParams parameters, CancellationToken cancellation) => parameters.Command switch
    {
        ConvertLinks => await ConvertAsync(snapshot, parameters, cancellation).ConfigureAwait(false),
        Graph => Draw(snapshot, parameters, cancellation),
        _ => throw new ProtocolError(ErrorCodes.InvalidParams, $"There is no command '{parameters.Command}'."),
    };

    private async Task<ConversionReport> ConvertAsync(Session snapshot, ExecuteCommandParams parameters, CancellationToken cancellation)
    {
        var (document, network) = Arguments(snapshot, parameters, "the name of a network");
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

    private static GraphAnswer Draw(Session snapshot, ExecuteCommandParams parameters, CancellationToken cancellation)
    {
        var names = string.Join(", ", GraphStates.Names);
        var (document, name) = Arguments(snapshot, parameters, $"a state ({names})");
        if (!GraphStates.TryParse(name ?? GraphStates.Names[0], out var state))
        {
            throw new ProtocolError(ErrorCodes.InvalidParams, $"'{name}' is no state of a graph; use one of {names}.");
        }

        var workspace = snapshot.ViewOf(document).Workspace;
        var picture = ProjectPicture.Of(workspace, workspace.Projects.For(document.Path).Request.Files, cancellation);
        var panels = GraphPanels.Of([("", picture)], state.Value);
        return new GraphAnswer { Svg = SvgRenderer.Render(panels), Mermaid = MermaidRenderer.Render(panels) };
    }

    private static (OpenDocument Document, string? Second) Arguments(Session snapshot, ExecuteCommandParams parameters, string second)
    {
        var (uri, value) = (parameters.Arguments ?? []) switch
        {
            [JValue { Value: string first }] => (first, null),
            [JValue { Value: string first }, JValue { Value: null or string } next] => (first, next.Value as string),
            _ => throw new ProtocolError(ErrorCodes.InvalidParams, $"The arguments of '{parameters.Command}' are a document's URI and {second}."),
        };
        return snapshot.TryGetAnalysed(uri, out var document) ? (document, value) : throw new ProtocolError(ErrorCodes.InvalidParams, $"'{uri}' is not open.");
    }
}
