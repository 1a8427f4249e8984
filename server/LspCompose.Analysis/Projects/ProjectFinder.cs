namespace LspCompose.Analysis.Projects;

/// <summary>Finds the project a file belongs to when the user named none, as Compose's own discovery would.</summary>
public static class ProjectFinder
{
    // docker-compose.prod.eu.yml may go with docker-compose.prod.yml and docker-compose.yml; more parts tell nothing.
    private const int MaxNameParts = 3;

    private const int MaxFoldersAround = 3;

    private static readonly string[] Extensions = [".yml", ".yaml"];

    /// <summary>
    /// The project of one file: a default file with its override file, an override file with the default one, any other file alone. Paths the workspace knows
    /// nothing of count as missing; they are among <see cref="FoundProject.LookedAt"/>.
    /// </summary>
    public static FoundProject Find(Workspace workspace, string path)
    {
        var lookedAt = new HashSet<string>(StringComparer.Ordinal);
        var name = Path.GetFileName(path);
        var isFragment = false;
        IReadOnlyList<string> files = [path];
        if (ComposeFileNames.Default.Contains(name))
        {
            files = First(ComposeFileNames.Override) is { } over ? [path, over] : files;
        }
        else if (ComposeFileNames.Override.Contains(name))
        {
            files = First(ComposeFileNames.Default) is { } main ? [main, path] : files;
            isFragment = files.Count == 1;
        }
        else
        {
            isFragment = name.Contains("override", StringComparison.OrdinalIgnoreCase) || HasShorterNamed();
            LookAround();
        }

        var request = new ProjectRequest
        {
            Files = files,
            Directory = Path.GetDirectoryName(files[0]) ?? "",
            Environment = workspace.Settings.Environment,
            Target = workspace.Settings.Target,
            IsFragment = isFragment,
        };
        return new FoundProject(request, lookedAt);

        string? First(IEnumerable<string> names) => names.Select(candidate => Sibling(path, candidate)).FirstOrDefault(IsThere);

        bool IsThere(string candidate)
        {
            lookedAt.Add(candidate);
            return workspace.Find(candidate) is FileContent.Present or FileContent.Unreadable;
        }

        // A project in this folder or just above may include the file.
        void LookAround()
        {
            var folder = path;
            for (var level = 0; level < MaxFoldersAround && Path.GetDirectoryName(folder) is { Length: > 0 } above && above != folder; level++)
            {
                folder = above;
                lookedAt.UnionWith(ComposeFileNames.Default.Select(candidate => Path.Combine(above, candidate)));
            }
        }

        bool HasShorterNamed()
        {
            var stem = Path.GetFileNameWithoutExtension(name);
            for (var part = 0; part < MaxNameParts && stem.LastIndexOf('.') is > 0 and var dot; part++)
            {
                stem = stem[..dot];
                if (Extensions.Any(extension => IsThere(Sibling(path, stem + extension))))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The path of another file in the same folder; whatever stands before the name stays as it is.</summary>
    internal static string Sibling(string path, string name) => path[..^Path.GetFileName(path).Length] + name;
}
