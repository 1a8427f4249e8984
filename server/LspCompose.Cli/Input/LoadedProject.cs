using LspCompose.Analysis;
using LspCompose.Analysis.Projects;

namespace LspCompose.Cli.Input;

/// <summary>A project with everything it refers to.</summary>
internal sealed record LoadedProject
{
    /// <summary>The workspace: the project is the one it asks for, and each of its Compose files is a file of it.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>The project itself.</summary>
    public required Project Project { get; init; }

    /// <summary>The files the user asked for, by name or by leaving it to discovery: those that may be changed.</summary>
    public required IReadOnlyList<InputFile> Named { get; init; }

    /// <summary>Absolute paths of all files to report on: those of the project in the order they are merged, then those they refer to.</summary>
    public required IReadOnlyList<string> Paths { get; init; }
}
