using LspCompose.Analysis.Findings;

namespace LspCompose.Cli.Output;

/// <summary>Findings for people: place, message, the source with carets, related places, fixes, and a summary.</summary>
internal static class TextReport
{
    /// <summary>Writes the findings of all files and one line that sums them up.</summary>
    public static void Write(TextWriter output, IReadOnlyList<CheckedFile> files, Palette palette)
    {
        WriteFindings(output, files, palette);
        output.WriteLine(Summary(files));
    }

    /// <summary>Writes the findings of all files.</summary>
    public static void WriteFindings(TextWriter output, IReadOnlyList<CheckedFile> files, Palette palette)
    {
        foreach (var file in files)
        {
            foreach (var finding in file.Findings)
            {
                WriteFinding(output, file, finding, palette);
                output.WriteLine();
            }
        }
    }

    private static void WriteFinding(TextWriter output, CheckedFile file, Finding finding, Palette palette)
    {
        var text = file.TextOf(file.Path);
        var label = palette.Of(finding.Severity, $"{SeverityNames.Of(finding.Severity)}[{finding.Rule.Id}]");
        output.WriteLine($"{palette.Bold(Place(file, file.Path, finding.Span.Start))}: {label}: {Printable.Line(finding.Message)}");
        CodeFrame.Write(output, text, finding.Span, palette, carets => palette.Of(finding.Severity, carets));
        foreach (var related in finding.Related)
        {
            output.WriteLine($"  {palette.Bold("note:")} {Place(file, related.Path, related.Span.Start)}: {Printable.Line(related.Message)}");
        }

        foreach (var fix in finding.Fixes)
        {
            var unsafely = fix.IsSafe ? "" : " (changes the meaning: not applied without asking)";
            output.WriteLine($"  {palette.Help("help:")} {Printable.Line(fix.Title)}{unsafely}");
        }
    }

    private static string Place(CheckedFile file, string path, int offset)
    {
        var position = file.TextOf(path).PositionAt(offset);
        return $"{Printable.Line(file.Names.Of(path))}:{position.Line + 1}:{position.Character + 1}";
    }

    private static string Summary(IReadOnlyList<CheckedFile> files)
    {
        var counts = files.SelectMany(file => file.Findings)
            .GroupBy(finding => finding.Severity)
            .OrderBy(group => group.Key)
            .Select(group => Count(group.Count(), group.Key switch
            {
                Severity.Error => "error",
                Severity.Warning => "warning",
                Severity.Info => "remark",
                _ => "hint",
            }));
        var found = string.Join(", ", counts);
        return $"{Count(files.Count, "file")} checked: {(found.Length == 0 ? "no findings" : found)}.";
    }

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
