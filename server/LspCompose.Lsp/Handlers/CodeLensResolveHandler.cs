using LspCompose.Analysis;
using LspCompose.Analysis.Features;
using LspCompose.Analysis.Projects;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;
using Newtonsoft.Json;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>codeLens/resolve</c>: the places of the references.</summary>
internal sealed class CodeLensResolveHandler : IQueryHandler<CodeLens, CodeLens>
{
    public Task<CodeLens> HandleAsync(Session snapshot, CodeLens parameters, CancellationToken cancellation)
    {
        var references = Find(snapshot, parameters, cancellation);
        var uri = Data(parameters)?.Uri;
        return Task.FromResult(parameters with
        {
            Command = references is null || uri is null
                ? parameters.Command ?? new Command { Title = CodeLensHandler.Title(0), Name = "" }
                : new Command
                {
                    Title = CodeLensHandler.Title(references.Count),
                    Name = CodeLensHandler.ShowReferences,
                    Arguments = [uri, ProtocolJson.ToToken(parameters.Range.Start), ProtocolJson.ToToken(references)],
                },
        });
    }

    // Null where the text is no longer the one the lens was made for.
    private static List<Location>? Find(Session snapshot, CodeLens lens, CancellationToken cancellation)
    {
        if (Data(lens) is not { } data || !snapshot.TryGetAnalysed(data.Uri, out var document))
        {
            return null;
        }

        var workspace = snapshot.ViewOf(document).Workspace;
        return DefinitionLenses.Of(workspace, document.Path, cancellation).FirstOrDefault(found => found.Span.Start == data.Offset) is { } definition
            ? [.. definition.References.Select(place => At(snapshot, workspace, place)).OfType<Location>()]
            : null;
    }

    private static Location? At(Session snapshot, Workspace workspace, SourcePlace place) => workspace.Find(place.Path) is FileContent.Present file
        ? new Location { Uri = snapshot.UriOf(place.Path), Range = snapshot.Client.Encoding.ToRange(file.Text, place.Span) }
        : null;

    private static CodeLensData? Data(CodeLens lens)
    {
        try
        {
            return lens.Data is null ? null : ProtocolJson.To<CodeLensData>(lens.Data);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
