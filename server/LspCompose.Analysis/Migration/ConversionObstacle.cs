using LspCompose.Analysis.Composition;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Migration;

/// <summary>Tells whether a project can be converted at all.</summary>
internal static class ConversionObstacle
{
    /// <summary>Why nothing of a project can be converted, as the end of a sentence; null when something can.</summary>
    public static string? Of(ProjectComposition composition)
    {
        if (composition.Files.Count == 0)
        {
            return "the file holds no services";
        }

        foreach (var file in composition.Files.Concat(composition.ExtendedFiles.Where(_ => composition.Format == ComposeFormat.Legacy)))
        {
            if (Of(file) is { } obstacle)
            {
                return composition.Files.Count == 1 ? obstacle : $"{obstacle} ({System.IO.Path.GetFileName(file.Path)})";
            }
        }

        return composition.Files.Any(file => file.Model.Format == ComposeFormat.Legacy) && composition.Files.Any(file => file.Model is { Format: ComposeFormat.Current, Services.Count: > 0 })
            ? "some files of the project have their services at the root and others under 'services:'; convert each file by itself first"
            : null;
    }

    private static string? Of(ComposeFile file) =>
        file.Tree.Errors.Count > 0 ? "the file has syntax errors; mend them first"
        : file.Model.Roots.Count == 0 ? "the file holds no services"
        : file.Tree.Documents.Count(document => document.Root is not null) > 1 ? "the file holds several YAML documents; give each a file of its own first"
        : file.Model.Format == ComposeFormat.Legacy ? LegacyWrapper.Obstacle(file)
        : null;
}
