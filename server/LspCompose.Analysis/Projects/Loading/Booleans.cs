namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Booleans written as text.</summary>
internal static class Booleans
{
    /// <summary>The boolean Compose reads from text, in any case and with YAML 1.1's words; null for other text.</summary>
    public static object? Parse(string text)
    {
        bool Is(string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
        return Is("true") || Is("y") || Is("yes") || Is("on") ? true : Is("false") || Is("n") || Is("no") || Is("off") ? false : null;
    }
}
