using LspCompose.Analysis;

namespace LspCompose.Cli.Input;

/// <summary>What the user wants worked on: files and folders, and Compose's own project flags.</summary>
internal sealed record InputSelection
{
    /// <summary>Files and folders, each file judged in the project it belongs to; <c>-</c> is standard input.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Files that are one project (<c>-f</c>).</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary><c>--env-file</c>.</summary>
    public IReadOnlyList<string> EnvFiles { get; init; } = [];

    /// <summary><c>--profile</c>.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary><c>--project-name</c>.</summary>
    public string? ProjectName { get; init; }

    /// <summary><c>--project-directory</c>.</summary>
    public string? ProjectDirectory { get; init; }

    /// <summary><c>--target</c>; null to go by the settings.</summary>
    public ComposeTarget? Target { get; init; }
}
