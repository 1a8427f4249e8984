namespace LspCompose.Analysis.Projects;

/// <summary>The project found for a file, and the paths whose being there or not decided about it.</summary>
public sealed record FoundProject(ProjectRequest Request, IReadOnlySet<string> LookedAt);
