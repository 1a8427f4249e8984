namespace LspCompose.Analysis.Interpolation;

/// <summary>Puts the values of variables into a text as Compose does: https://github.com/compose-spec/compose-spec/blob/main/12-interpolation.md.</summary>
public static class Template
{
    /// <summary>
    /// The text with its variables replaced, and where every part of it comes from. The lookup gets a name as it is written and answers null for a variable that is not set.
    /// </summary>
    public static TemplateResult Substitute(string text, Func<string, string?> lookup, TemplateMode mode = TemplateMode.Lazy) =>
        text.Contains('$') ? new TemplateEvaluator(text, lookup, mode).Run() : new TemplateResult(text, [], [], []);
}
