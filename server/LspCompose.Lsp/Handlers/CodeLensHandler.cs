using LspCompose.Analysis.Features;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Handlers;

/// <summary>
/// <c>textDocument/codeLens</c>: how often something is referred to, and what of a service can be run. Only commands the client has said it has are named.
/// </summary>
internal sealed class CodeLensHandler : IQueryHandler<CodeLensParams, IReadOnlyList<CodeLens>>
{
    /// <summary>Shows references. Arguments: a URI, a position in it and locations.</summary>
    public const string ShowReferences = "lspcompose.showReferences";

    // Arguments: the document's URI, the paths of the project's files and the name of the service.
    private static readonly (string Title, string Command)[] Runs = [("Up", "lspcompose.up"), ("Logs", "lspcompose.logs"), ("Restart", "lspcompose.restart"), ("Down", "lspcompose.down")];

    /// <summary>What the server does of it for a client: places of references are looked up for lenses in sight only.</summary>
    public static CodeLensOptions Options(ClientProfile client) => new() { ResolveProvider = client.Commands.Contains(ShowReferences) };

    public Task<IReadOnlyList<CodeLens>> HandleAsync(Session snapshot, CodeLensParams parameters, CancellationToken cancellation)
    {
        var lenses = new List<CodeLens>();
        if (snapshot.TryGetAnalysed(parameters.TextDocument.Uri, out var document))
        {
            foreach (var lens in DefinitionLenses.Of(snapshot.ViewOf(document).Workspace, document.Path, cancellation))
            {
                Add(lenses, snapshot, document, lens);
            }
        }

        return Task.FromResult<IReadOnlyList<CodeLens>>(lenses);
    }

    /// <summary>The title of a number of references.</summary>
    public static string Title(int references) => references == 1 ? "1 reference" : $"{references} references";

    private static void Add(List<CodeLens> lenses, Session snapshot, OpenDocument document, DefinitionLens lens)
    {
        var range = snapshot.Client.Encoding.ToRange(document.Text, lens.Span);
        lenses.Add(snapshot.Client.Commands.Contains(ShowReferences) && lens.References.Count > 0
            ? new CodeLens { Range = range, Data = ProtocolJson.ToToken(new CodeLensData { Uri = document.Uri, Offset = lens.Span.Start }) }
            : new CodeLens { Range = range, Command = new Command { Title = Title(lens.References.Count), Name = "" } });
        if (lens.Service is { } service)
        {
            JToken[] arguments = [document.Uri, new JArray(lens.Files), service];
            lenses.AddRange(Runs.Where(run => snapshot.Client.Commands.Contains(run.Command)).Select(run => new CodeLens { Range = range, Command = new Command { Title = run.Title, Name = run.Command, Arguments = arguments } }));
        }
    }
}
