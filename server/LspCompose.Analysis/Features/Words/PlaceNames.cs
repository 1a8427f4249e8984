using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Projects.Loading;

namespace LspCompose.Analysis.Features.Words;

/// <summary>Places in words.</summary>
internal static class PlaceNames
{
    /// <summary>A place as its file's name and 1-based line, for instance <c>compose.yaml:12</c>; the name alone where the text is not known.</summary>
    public static string Of(Workspace workspace, SourcePlace place) => workspace.Find(place.Path) is FileContent.Present present
        ? $"{HostPath.Name(place.Path)}:{present.Text.LineOf(place.Span.Start) + 1}"
        : HostPath.Name(place.Path);
}
