using LspCompose.Analysis.Model;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Symbols;

namespace LspCompose.Analysis.Features;

/// <summary>Finds the definitions of a file that are worth a line above them: who refers to them, and what can be run.</summary>
public static class DefinitionLenses
{
    /// <summary>The lenses in the order of the text; none for a file the workspace does not hold.</summary>
    public static IReadOnlyList<DefinitionLens> Of(Workspace workspace, string path, CancellationToken cancellation = default)
    {
        if (!workspace.TryGetFile(path, out var file))
        {
            return [];
        }

        var symbols = ProjectSymbols.Of(workspace, path);
        var files = workspace.Projects.For(path).Request.Files;
        var lenses = new List<DefinitionLens>();
        foreach (var symbol in file.Symbols.All)
        {
            cancellation.ThrowIfCancellationRequested();
            if (symbol.Role == SymbolRole.Definition && HasLens(symbol.Kind) && symbols.KeyOf(symbol) is { } key)
            {
                // Compose runs no files of the first format.
                var service = symbol.Kind == SymbolKind.Service && file.Model.Format != ComposeFormat.Legacy ? symbol.Name : null;
                lenses.Add(new DefinitionLens(symbol.Span, [.. symbols.References(key).Select(reference => new SourcePlace(reference.Path, reference.Span)).Distinct()])
                {
                    Service = service,
                    Files = service is null ? [] : files,
                });
            }
        }

        return lenses;
    }

    private static bool HasLens(SymbolKind kind) =>
        kind is SymbolKind.Service or SymbolKind.Network or SymbolKind.Volume or SymbolKind.Config or SymbolKind.Secret or SymbolKind.Model or SymbolKind.Anchor;
}
