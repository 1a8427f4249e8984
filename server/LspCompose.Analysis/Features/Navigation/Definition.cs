using LspCompose.Analysis.Features.Completion;
using LspCompose.Analysis.Paths;
using LspCompose.Analysis.Projects.Loading;
using LspCompose.Analysis.Symbols;

namespace LspCompose.Analysis.Features.Navigation;

/// <summary>Finds where a name is defined, and the file a path leads to.</summary>
public static class Definition
{
    /// <summary>
    /// Where the name or path that touches a 0-based UTF-16 offset leads; null where there is nothing to follow. A Dockerfile is asked for at the host.
    /// </summary>
    public static DefinitionAnswer? At(Workspace workspace, string path, int offset, HostAnswers host, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (SymbolMeaning.At(workspace, path, offset) is { Definitions: { Count: > 0 } definitions } meaning)
        {
            return new DefinitionAnswer(meaning.Symbol.Span, [.. definitions.Select(definition => new DefinitionTarget(definition.Path, definition.Whole, definition.Span))]);
        }

        if (workspace.FindComposeFile(path) is not { } file || file.Places.At(offset) is not [.., var place] || place.Value is not { IsScalar: true, IsNull: false } value)
        {
            return null;
        }

        if (place.References.Contains("build-stage") && value.Span.Touches(offset))
        {
            return StageDefinition.Of(workspace, file, place, host) is { } stage ? new DefinitionAnswer(value.Span, [stage]) : null;
        }

        return WrittenPaths.Read(file, place) is { } written && written.Span.Touches(offset) && FileOf(workspace, file, written) is { } target
            ? new DefinitionAnswer(written.Span, [new DefinitionTarget(target, default, default)])
            : null;
    }

    private static string? FileOf(Workspace workspace, ComposeFile file, WrittenPath written)
    {
        var paths = new HostPaths(workspace, file);
        if (paths.Resolve(written) is not { } target)
        {
            return null;
        }

        target = written.ImpliedDockerfile is { } dockerfile ? HostPath.Absolute(target, dockerfile, paths.Environment) : target;
        return workspace.Find(target) switch
        {
            FileContent.Present => target,

            // What the host has not looked at may be there, and a folder cannot be opened.
            null when written.Kind is WrittenPathKind.File or WrittenPathKind.Dockerfile || written.ImpliedDockerfile is not null => target,
            _ => null,
        };
    }
}
