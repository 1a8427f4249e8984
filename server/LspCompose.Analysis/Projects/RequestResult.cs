namespace LspCompose.Analysis.Projects;

/// <summary>The project flags ask for, or why there is none.</summary>
public sealed record RequestResult
{
    /// <summary>The project; null when there is a problem.</summary>
    public ProjectRequest? Request { get; init; }

    /// <summary>What keeps the project from being loaded at all, one line each; the user's own names are in it.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>What the user may not expect, one line each: which of several files is taken.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
