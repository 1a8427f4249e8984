using LspCompose.Analysis.Findings;

namespace LspCompose.Cli.Output;

/// <summary>Findings as GitHub Actions workflow commands, which show up as annotations of the changed files.</summary>
internal static class GitHubReport
{
    /// <summary>Writes one command a finding.</summary>
    public static void Write(TextWriter output, IReadOnlyList<CheckedFile> files)
    {
        foreach (var file in files)
        {
            foreach (var finding in file.Findings)
            {
                output.WriteLine(Command(file, finding));
            }
        }
    }

    private static string Command(CheckedFile file, Finding finding)
    {
        var text = file.TextOf(file.Path);
        var start = text.PositionAt(finding.Span.Start);
        var end = text.PositionAt(finding.Span.End);
        var kind = finding.Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "notice",
        };

        // GitHub refuses columns for an annotation of several lines.
        var columns = start.Line == end.Line ? $",col={start.Character + 1},endColumn={end.Character + 1}" : "";
        return $"::{kind} file={Property(file.Shown)},line={start.Line + 1},endLine={end.Line + 1}{columns},title={Property(finding.Rule.Id)}::{Data(finding.Message)}";
    }

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
