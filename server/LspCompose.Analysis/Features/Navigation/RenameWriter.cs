using LspCompose.Analysis.Projects.Output;
using LspCompose.Analysis.Symbols;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Navigation;

/// <summary>Writes a new name in the place of an old one. Quotes stay; a text that would be read as something else without gets them.</summary>
internal static class RenameWriter
{
    /// <summary>The edits of one file.</summary>
    public static IEnumerable<TextEdit> Write(SourceText text, IReadOnlyList<Symbol> symbols, string newName)
    {
        foreach (var group in symbols.GroupBy(symbol => symbol.Scalar?.Span.Start ?? -1 - symbol.Span.Start))
        {
            var edits = group.Select(symbol => symbol.IsTakenOver ? TakeOver(text, symbol, newName) : new TextEdit(symbol.Span, newName)).ToList();
            if (group.First().Scalar is { Style: ScalarStyle.Plain } scalar && edits.TrueForAll(edit => scalar.Span.Contains(edit.Span))
                && Inside(text, scalar.Span, edits) is var written && NeedsQuotes(written) && !NeedsQuotes(text.ToString(scalar.Span)))
            {
                yield return new TextEdit(scalar.Span, $"\"{written}\"");
                continue;
            }

            foreach (var edit in edits)
            {
                yield return edit;
            }
        }
    }

    private static string Inside(SourceText text, TextSpan span, IEnumerable<TextEdit> edits) =>
        SourceText.From(text.ToString(span)).With(edits.Select(edit => edit with { Span = edit.Span.Shift(-span.Start) })).Content;

    private static bool NeedsQuotes(string text) => PlainScalars.IsMistakable(text) || text is "-" or "---" or "...";

    // The container keeps the name it knows: `- NAME` becomes `- NAME=$NEW`. Without braces, which would not do in flow style.
    private static TextEdit TakeOver(SourceText text, Symbol symbol, string newName)
    {
        if (symbol.Whole == symbol.Scalar?.Span)
        {
            return TextEdit.Insert(symbol.Span.End, $"=${newName}");
        }

        var colon = text.Slice(new TextSpan(symbol.Span.End, symbol.Whole.End)).IndexOf(':');
        return colon < 0
            ? TextEdit.Insert(symbol.Whole.End, $": ${newName}")
            : new TextEdit(new TextSpan(symbol.Span.End + colon + 1, symbol.Whole.End), $" ${newName}");
    }
}
