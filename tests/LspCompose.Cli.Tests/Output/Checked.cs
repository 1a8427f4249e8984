using LspCompose.Analysis;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Rules;
using LspCompose.Cli.Output;
using LspCompose.Yaml.Text;

namespace LspCompose.Cli.Tests.Output;

/// <summary>Makes checked files from a text with range markers.</summary>
internal static class Checked
{
    /// <summary>Any rule will do.</summary>
    private static Rule SampleRule { get; } = RuleCatalogue.All.First(rule => rule.Id == "deprecated-link");

    /// <summary>The text without its markers and the span between them.</summary>
    public static (string Text, TextSpan Span) Marked(string marked)
    {
        var start = marked.IndexOf("<[", StringComparison.Ordinal);
        var text = marked.Remove(start, 2);
        var end = text.IndexOf("]>", StringComparison.Ordinal);
        return (text.Remove(end, 2), new TextSpan(start, end));
    }

    /// <summary>A file with one finding at the marked place.</summary>
    public static CheckedFile File(string path, string marked, Func<Finding, Finding>? change = null)
    {
        var (text, span) = Marked(marked);
        var finding = new Finding(SampleRule, Severity.Warning, "This is outdated.", span);
        return new CheckedFile(path, Workspace.Empty.WithFile(path, SourceText.From(text)), [change?.Invoke(finding) ?? finding]);
    }

    /// <summary>A file without findings.</summary>
    public static CheckedFile Clean(string path) => new(path, Workspace.Empty.WithFile(path, SourceText.From("services:\n")), []);
}
