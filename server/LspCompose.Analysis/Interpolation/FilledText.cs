namespace LspCompose.Analysis.Interpolation;

/// <summary>Texts with their variables filled in, where that can be done.</summary>
internal static class FilledText
{
    /// <summary>The text with its variables filled in; null when it cannot be: a variable is not set, or the text is malformed.</summary>
    public static string? Of(string text, Func<string, string?> lookup)
    {
        var result = Template.Substitute(text, lookup);
        return result.Problems.Count == 0 && result.Variables.All(use => use.Kind != VariableUseKind.Unset) ? result.Value : null;
    }
}
