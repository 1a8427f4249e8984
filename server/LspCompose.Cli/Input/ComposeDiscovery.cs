using LspCompose.Analysis.Projects;

namespace LspCompose.Cli.Input;

/// <summary>Finds the project's files as Compose does when none is named.</summary>
internal static class ComposeDiscovery
{
    /// <summary>
    /// The default Compose file of the nearest folder at or above this one that has any, with the override file beside it; none when there is none.
    /// </summary>
    public static IReadOnlyList<string> Find(string folder)
    {
        for (string? current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            if (First(current, ComposeFileNames.Default) is { } main)
            {
                return First(current, ComposeFileNames.Override) is { } over ? [main, over] : [main];
            }
        }

        return [];
    }

    private static string? First(string folder, IEnumerable<string> names) =>
        names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
