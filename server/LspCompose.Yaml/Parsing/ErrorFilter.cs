using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Yaml.Parsing;

/// <summary>Keeps of all errors those worth showing: one a line, and one for a whole merge conflict.</summary>
internal static class ErrorFilter
{
    public static IReadOnlyList<YamlError> Apply(SourceText text, List<YamlError> errors)
    {
        if (errors.Count == 0)
        {
            return [];
        }

        var kept = new List<YamlError>(errors.Count);
        var line = -1;
        var conflictEnd = FindConflictEnds(text, errors);
        var mutedTo = -1;
        foreach (var error in errors.OrderBy(error => error.Span.Start))
        {
            var at = text.LineOf(error.Span.Start);
            if (at == line || error.Span.Start <= mutedTo)
            {
                continue;
            }

            line = at;
            kept.Add(error);
            if (IsMarker(text, error, '<'))
            {
                mutedTo = conflictEnd.FirstOrDefault(end => end > error.Span.Start, error.Span.Start);
            }
        }

        return kept;
    }

    private static List<int> FindConflictEnds(SourceText text, List<YamlError> errors) =>
        [.. errors.Where(error => IsMarker(text, error, '>')).Select(error => error.Span.Start).Order()];

    private static bool IsMarker(SourceText text, YamlError error, char sign) =>
        ReferenceEquals(error.Message, ConflictMarker.Message) && text.Content[error.Span.Start] == sign;
}
