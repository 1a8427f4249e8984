using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Projects;

/// <summary>The variables of an <c>.env</c> file.</summary>
internal static class ComposeVariables
{
    /// <summary>The variables in order; a later one may use those before it.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Read(SourceText text, Func<string, string?> known)
    {
        _ = known;
        foreach (var line in text.Content.Split('\n'))
        {
            if (line.Split('=', 2) is [var name, var value] && !name.StartsWith('#'))
            {
                yield return new(name.Trim(), value.Trim());
            }
        }
    }
}
