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
        if (!Directives(tree).Any())
        {
            return None;
        }

        var result = new IgnoreComments();
        foreach (var (comment, match) in Directives(tree).Where(directive => directive.Match.Success))
        {
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

    /// <summary>The rule ids the comments name, each with its place.</summary>
    public static IEnumerable<(TextSpan Span, string Id)> RuleIds(YamlSyntaxTree tree) =>
        from directive in Directives(tree)
        let rules = directive.Match.Groups["rules"]
        where rules.Success
        from word in Word().Matches(rules.Value)
        let start = directive.Comment.Start + rules.Index + word.Index
        select (new TextSpan(start, start + word.Length), word.Value);

    /// <summary>The places of comments that are meant for us but say nothing we understand, or name no rule for their line.</summary>
    public static IEnumerable<TextSpan> WithoutEffect(YamlSyntaxTree tree) =>
        Directives(tree).Where(directive => !directive.Match.Groups["file"].Success && !directive.Match.Groups["rules"].Success).Select(directive => directive.Comment);

    public bool Covers(Finding finding, SourceText text) =>
        ignoresEverything || wholeFile.Contains(finding.Rule.Id) || (lines.Count > 0 && lines.Contains((text.LineOf(finding.Span.Start), finding.Rule.Id)));

    private static IEnumerable<(TextSpan Comment, Match Match)> Directives(YamlSyntaxTree tree)
    {
        // Hardly any file has such a comment; the search costs less than finding all comments.
        if (!tree.Text.Content.Contains("lspcompose:", StringComparison.Ordinal))
        {
            return [];
        }

        return tree.Comments
            .Select(comment => (Comment: comment, Text: tree.Text.ToString(comment)))
            .Where(comment => Addressed().IsMatch(comment.Text))
            .Select(comment => (comment.Comment, Directive().Match(comment.Text)));
    }

    [GeneratedRegex(@"[^ ,\t]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"^#\s*lspcompose:", RegexOptions.CultureInvariant)]
    private static partial Regex Addressed();

    [GeneratedRegex(@"^#\s*lspcompose:\s*ignore(?<file>-file)?(?:\s+(?<rules>[a-z0-9 ,\t-]+?))?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Directive();
}
