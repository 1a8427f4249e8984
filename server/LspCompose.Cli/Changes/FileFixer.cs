using LspCompose.Analysis;
using LspCompose.Analysis.Features;
using LspCompose.Analysis.Findings;
using LspCompose.Yaml.Text;

namespace LspCompose.Cli.Changes;

/// <summary>Applies findings' fixes to a file until none is left to apply.</summary>
internal static class FileFixer
{
    // Each fix mends a finding, so a file has far fewer; fixes that undo each other must not go on for ever.
    private const int MaxFixes = 1000;

    /// <summary>
    /// The workspace with the file fixed, and how many fixes that took. One fix at a time and a fresh look after each: a fix is right for the text it was made for.
    /// </summary>
    public static (Workspace Workspace, int Count) Fix(Workspace workspace, string path, Func<Finding, bool> wanted, Func<Fix, bool> allowed, CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var count = 0;
        while (count < MaxFixes && workspace.TryGetFile(path, out var file) && seen.Add(file.Text.Content))
        {
            var fixes = Diagnostics.For(workspace, path, cancellation).Findings.Where(wanted).SelectMany(finding => finding.Fixes);
            var next = fixes.Where(fix => fix.Kind != FixKind.Source && allowed(fix)).Select(fix => Apply(file.Text, path, fix)).FirstOrDefault(text => text is not null);
            if (next is null)
            {
                break;
            }

            workspace = workspace.WithFile(path, next);
            count++;
        }

        return (workspace, count);
    }

    /// <summary>The text after a fix; null for a fix that changes nothing or more than this file.</summary>
    private static SourceText? Apply(SourceText text, string path, Fix fix) =>
        fix.Edits.Count > 0 && fix.Edits.All(edit => edit.Path == path) ? text.With(fix.Edits.Select(edit => edit.Edit)) : null;
}
