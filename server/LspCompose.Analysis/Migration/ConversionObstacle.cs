using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Migration;

/// <summary>Tells whether a file can be converted at all.</summary>
internal static class ConversionObstacle
{
    /// <summary>Why nothing of a file can be converted, as the end of a sentence; null when something can.</summary>
    public static string? Of(ComposeFile file) =>
        file.Tree.Errors.Count > 0 ? "the file has syntax errors; mend them first"
        : file.Model.Roots.Count == 0 ? "the file holds no services"
        : file.Tree.Documents.Count(document => document.Root is not null) > 1 ? "the file holds several YAML documents; give each a file of its own first"
        : file.Model.Format == ComposeFormat.Legacy ? LegacyWrapper.Obstacle(file)
        : null;
}
