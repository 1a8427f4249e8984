namespace LspCompose.Analysis.Projects;

/// <summary>What a user says on the command line and in the environment about which project is meant; as in Compose, all of it may be left out.</summary>
public sealed record ProjectFlags
{
    /// <summary>The folder the program runs in: relative paths start there, and so does the search for a Compose file.</summary>
    public required string CurrentDirectory { get; init; }

    /// <summary>Files named with <c>-f</c>, in order; <c>-</c> is standard input.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The path that standard input goes by, somewhere in <see cref="CurrentDirectory"/>.</summary>
    public required string StandardInputPath { get; init; }

    /// <summary><c>--project-directory</c>; null for the folder of the first file.</summary>
    public string? ProjectDirectory { get; init; }

    /// <summary>Files named with <c>--env-file</c>, in order.</summary>
    public IReadOnlyList<string> EnvFiles { get; init; } = [];

    /// <summary>Profiles named with <c>--profile</c>.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary><c>-p</c>; null when it is not given.</summary>
    public string? Name { get; init; }

    /// <summary>The variables of the shell.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The Compose to agree with.</summary>
    public ComposeTarget Target { get; init; }
}
