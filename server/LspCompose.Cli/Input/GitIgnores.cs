using MAB.DotIgnore;

namespace LspCompose.Cli.Input;

/// <summary>
/// The ignore rules in force in a folder: those of its own <c>.gitignore</c> before those of the folders above it, up to the top of the repository.
/// </summary>
internal sealed class GitIgnores
{
    private readonly GitIgnores? above;
    private readonly string folder;
    private readonly IReadOnlyList<IgnoreRule> rules;

    private GitIgnores(GitIgnores? above, string folder)
    {
        this.above = above;
        this.folder = folder;
        rules = above is null
            ? [.. Load(Path.Combine(folder, ".git", "info", "exclude")), .. Load(Path.Combine(folder, ".gitignore"))]
            : Load(Path.Combine(folder, ".gitignore"));
    }

    /// <summary>The rules in force in a folder, those above it included.</summary>
    public static GitIgnores For(string folder)
    {
        var chain = new Stack<string>();
        var repository = folder;
        for (string? current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            chain.Push(current);
            if (Path.Exists(Path.Combine(current, ".git")))
            {
                repository = current;
                break;
            }
        }

        // Outside a repository only what lies in the folder itself counts.
        var ignores = new GitIgnores(null, repository);
        foreach (var current in chain.SkipWhile(path => path != repository).Skip(1))
        {
            ignores = ignores.In(current);
        }

        return ignores;
    }

    /// <summary>The rules in force in a folder directly below.</summary>
    public GitIgnores In(string child) => new(this, child);

    /// <summary>True when git would leave the file out.</summary>
    public bool IgnoresFile(string path) => Ignores(path, isFolder: false);

    /// <summary>True when git would leave the folder and all in it out.</summary>
    public bool IgnoresFolder(string path) => Ignores(path, isFolder: true);

    private bool Ignores(string path, bool isFolder)
    {
        for (var level = this; level is not null; level = level.above)
        {
            var relative = Path.GetRelativePath(level.folder, path).Replace(Path.DirectorySeparatorChar, '/');
            if (level.rules.LastOrDefault(rule => rule.IsMatch(relative, isFolder)) is { } last)
            {
                return !last.PatternFlags.HasFlag(PatternFlags.NEGATION);
            }
        }

        return false;
    }

    private static List<IgnoreRule> Load(string file)
    {
        try
        {
            return File.Exists(file) ? [.. new IgnoreList(File.ReadLines(file)).Rules] : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Git, too, goes on without an ignore file it cannot read.
            return [];
        }
    }
}
