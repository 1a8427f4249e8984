using System.Text.RegularExpressions;
using LspCompose.Analysis.Findings;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features;

/// <summary>
/// The comments of a file that switch rules off: <c># lspcompose: ignore rule-id …</c> for its line (or, alone on a line, the next one), and
/// <c># lspcompose: ignore-file [rule-id …]</c> for the file.
/// </summary>
internal sealed partial class IgnoreComments
{
    private static readonly IgnoreComments None = new();

    private readonly HashSet<(int Line, string Rule)> lines = [];
    private readonly HashSet<string> wholeFile = new(StringComparer.Ordinal);
    private bool ignoresEverything;

    public static IgnoreComments Read(YamlSyntaxTree tree)
    {
        // Hardly any file has such a comment; the search costs less than finding all comments.
        if (!tree.Text.Content.Contains("lspcompose:", StringComparison.Ordinal))
        {
            return None;
        }

        var result = new IgnoreComments();
        foreach (var comment in tree.Comments)
        {
            if (Directive().Match(tree.Text.ToString(comment)) is not { Success: true } match)
            {
                continue;
            }

            var rules = match.Groups["rules"].Value.Split((char[])[' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (match.Groups["file"].Success)
            {
                result.ignoresEverything |= rules.Length == 0;
                result.wholeFile.UnionWith(rules);
                continue;
            }

            var line = tree.Text.LineOf(comment.Start);
            var isAlone = tree.Text.Slice(new TextSpan(tree.Text.LineStart(line), comment.Start)).IsWhiteSpace();
            foreach (var rule in rules)
            {
                result.lines.Add((isAlone ? line + 1 : line, rule));
            }
        }

        return result;
    }

    public bool Covers(Finding finding, SourceText text) =>
        ignoresEverything || wholeFile.Contains(finding.Rule.Id) || (lines.Count > 0 && lines.Contains((text.LineOf(finding.Span.Start), finding.Rule.Id)));

    [GeneratedRegex(@"^#\s*lspcompose:\s*ignore(?<file>-file)?(?:\s+(?<rules>[a-z0-9 ,\t-]+?))?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Directive();
}
