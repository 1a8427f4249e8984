using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Projects.Loading;
using LspCompose.Analysis.Projects.Output;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Refactorings;

/// <summary>Puts a text in quotes, takes them away where the text means the same without them, or changes their kind.</summary>
internal sealed class QuoteForms : Refactoring
{
    /// <inheritdoc/>
    public override IReadOnlyList<FixKind> Kinds { get; } = [FixKind.Rewrite];

    /// <inheritdoc/>
    public override IEnumerable<Fix> At(Spot spot)
    {
        var isKey = spot.IsOnKey;
        var node = isKey && spot.Innermost.Entry is { } entry ? entry.Key : spot.Innermost.Value;
        if (node is not { IsScalar: true, IsMissing: false, Tag: null } || !node.Span.Contains(spot.Span) || node.Style is ScalarStyle.Literal or ScalarStyle.Folded || spot.File.Text.LineOf(node.Span.Start) != spot.File.Text.LineOf(node.Span.End))
        {
            yield break;
        }

        var path = spot.File.Tree.PathTo(node.Span.Start);
        var spelling = ScalarSpelling.At(spot.File.Tree, node.Span.Start);
        var written = spot.File.Text.ToString(node.Span);
        if (node.Style == ScalarStyle.Plain)
        {
            // Only text stays what it is: a number or a boolean in quotes is text. Nobody wants quotes around keys.
            if (!isKey && node.Value is not ("<<" or "") && CoreSchema.Resolve(node.Value) is string)
            {
                yield return Respell("Put in double quotes", ScalarStyle.DoubleQuoted);
                yield return Respell("Put in single quotes", ScalarStyle.SingleQuoted);
            }

            yield break;
        }

        var isJson = spelling == ScalarSpelling.Flow && isKey && ScalarSpelling.In(path[^1].Collection) == ScalarSpelling.Json;
        if (!isJson && spelling.IsPlain(node.Value) && !written[1..^1].Contains('\\'))
        {
            yield return spot.Rewrite("Remove the quotes", FixKind.Rewrite, edits => edits.Replace(node.Span, node.Value));
        }

        var other = node.Style == ScalarStyle.SingleQuoted ? ScalarStyle.DoubleQuoted : ScalarStyle.SingleQuoted;
        if (!isKey && spelling.Text(node.Value, other) is var changed && changed[0] == (other == ScalarStyle.SingleQuoted ? '\'' : '"'))
        {
            yield return Respell(other == ScalarStyle.SingleQuoted ? "Change to single quotes" : "Change to double quotes", other);
        }

        Fix Respell(string title, ScalarStyle style) => spot.Rewrite(title, FixKind.Rewrite, edits => edits.Replace(node.Span, spelling.Text(node.Value, style)));
    }
}
