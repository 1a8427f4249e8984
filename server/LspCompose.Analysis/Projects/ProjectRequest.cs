namespace LspCompose.Analysis.Projects;

/// <summary>What to load as one project: Compose's own flags and environment, with every path absolute.</summary>
public sealed record ProjectRequest
{
    /// <summary>The files in the order they are merged (<c>-f</c>, <c>COMPOSE_FILE</c> or discovery).</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>The folder relative paths start from: that of the first file, or <c>--project-directory</c>.</summary>
    public required string Directory { get; init; }

    /// <summary>The project's name from <c>-p</c> or <c>COMPOSE_PROJECT_NAME</c>; null to take it from the files or the folder.</summary>
    public string? Name { get; init; }

    /// <summary>Files of <c>--env-file</c>; empty means <c>.env</c> of <see cref="Directory"/>, where it exists.</summary>
    public IReadOnlyList<string> EnvFiles { get; init; } = [];

    /// <summary>The active profiles; <c>*</c> activates all.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>The variables of the shell.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The Compose to agree with.</summary>
    public ComposeTarget Target { get; init; }

    /// <summary>
    /// True when the project is judged as it would run here and now, as Compose judges it. Otherwise it is only looked at, maybe on another machine than it runs
    /// on: files that are not there and variables that are not set may come later, so they are warned of and nothing is concluded from them.
    /// </summary>
    public bool RunsHere { get; init; }

    /// <summary>
    /// True when the files may be fragments of a larger project, so what they leave out is not held against them.
    /// </summary>
    public bool IsFragment { get; init; }
}
