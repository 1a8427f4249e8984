using LspCompose.Analysis.Places;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Projects.Loading;
using LspCompose.Analysis.Schema;
using LspCompose.Analysis.Symbols;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Navigation;

/// <summary>Finds where a name is defined, and the file a path leads to.</summary>
public static class Definition
{
    /// <summary>Where the name or path that touches a 0-based UTF-16 offset leads; null where there is nothing to follow.</summary>
    public static DefinitionAnswer? At(Workspace workspace, string path, int offset, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        if (SymbolMeaning.At(workspace, path, offset) is { Definitions: { Count: > 0 } definitions } meaning)
        {
            return new DefinitionAnswer(meaning.Symbol.Span, [.. definitions.Select(definition => new DefinitionTarget(definition.Path, definition.Whole, definition.Span))]);
        }

        return workspace.FindComposeFile(path) is { } file && file.Places.At(offset) is [.., { Value: { IsScalar: true, IsNull: false } value } place] && value.Span.Touches(offset)
            && FileOf(workspace, file, place) is { } target
            ? new DefinitionAnswer(value.Span, [new DefinitionTarget(target, default, default)])
            : null;
    }

    private static string? FileOf(Workspace workspace, ComposeFile file, Place place)
    {
        var references = place.Schema?.Branch(SchemaTypes.String)?.References ?? [];
        var written = place.Value.Value;
        if (references.Count == 0 || written.Contains("://", StringComparison.Ordinal) || Parts(workspace, file) is not { } parts)
        {
            return null;
        }

        var target = references.Contains("dockerfile") ? Below(ContextOf(parts, file, place), parts.Fill(written))
            : references is ["folder", "url"] ? Below(parts.PathOf(file.Path, written), "Dockerfile")
            : references.Any(reference => reference is "file" or "compose-file") && !references.Contains("volume") ? parts.PathOf(file.Path, written)
            : null;

        // What the host has not looked at may be there.
        return target is not null && workspace.Find(target) is FileContent.Present or null ? target : null;
    }

    private static ProjectParts? Parts(Workspace workspace, ComposeFile file) =>
        ProjectSymbols.Of(workspace, file.Path).Projects.FirstOrDefault(parts => parts.Project.ComposePaths.Contains(file.Path));

    private static string ContextOf(ProjectParts parts, ComposeFile file, Place place) =>
        place.Parent?.Value.Get("context") is { } context && file.Model.Resolve(context) is { IsScalar: true, IsNull: false } folder ? parts.PathOf(file.Path, folder.Value) : parts.PathOf(file.Path, ".");

    private static string Below(string folder, string name) => HostPath.Absolute(folder, name, new Dictionary<string, string>());
}
