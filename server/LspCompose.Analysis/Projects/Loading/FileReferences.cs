using LspCompose.Analysis.Findings;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Checks that a file a project names is there and can be read.</summary>
internal static class FileReferences
{
    /// <summary>True when a text file is at a path; otherwise the place that names it gets the reason, unless the host has not looked yet.</summary>
    public static bool IsFile(LoadContext context, string path, ConfigScalar reference, string subject)
    {
        var content = context.Find(path);
        var folder = context.Request.Directory.TrimEnd('/') + "/";
        var name = reference.Text is { } text && text.StartsWith(folder, StringComparison.Ordinal) ? text[folder.Length..] : reference.Text;
        var reason = content switch
        {
            FileContent.Missing => $"'{name}' does not exist. Looked for '{path}'",
            FileContent.Folder => $"'{name}' is a folder. Name a file in it",
            FileContent.Unreadable unreadable => $"'{name}' {unreadable.Reason}",
            _ => null,
        };
        if (reason is not null)
        {
            context.Problems.Add(new Problem("missing-file", reference.PlaceOf(new TextSpan(0, reference.Text?.Length ?? 0)), $"{subject} {reason}.")
            {
                Severity = content is FileContent.Missing && !context.Request.RunsHere ? Severity.Warning : null,
            });
        }

        return content is FileContent.Present;
    }
}
