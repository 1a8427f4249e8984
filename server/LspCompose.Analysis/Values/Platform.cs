namespace LspCompose.Analysis.Values;

/// <summary>Platforms such as <c>linux/arm64/v8</c>.</summary>
public static class Platform
{
    /// <summary>True for one to three names with slashes between; which names exist is not checked.</summary>
    public static bool IsValid(string text)
    {
        var parts = text.Split('/');
        return parts.Length <= 3 && parts.All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-' or '(' or ')' or '+'));
    }
}
