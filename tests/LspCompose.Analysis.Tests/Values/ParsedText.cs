using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Tests.Values;

/// <summary>Outcomes as text, to compare with what a test expects.</summary>
internal static class ParsedText
{
    /// <summary>The value as text, or "error" and the characters marked as wrong.</summary>
    public static string Show<T>(this Parsed<T> parsed, string text, Func<T, string> show)
        where T : notnull =>
        parsed.IsValid ? show(parsed.Value) : $"error <{text[parsed.Error.Span.Start..parsed.Error.Span.End]}>";
}
