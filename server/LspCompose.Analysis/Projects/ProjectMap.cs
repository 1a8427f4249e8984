using System.Collections.Concurrent;

namespace LspCompose.Analysis.Projects;

/// <summary>The projects of a workspace, each loaded when first asked for.</summary>
public sealed class ProjectMap
{
    private readonly Workspace workspace;
    private readonly ConcurrentDictionary<string, Lazy<Project>> byRoot = new(StringComparer.Ordinal);

    internal ProjectMap(Workspace workspace)
    {
        this.workspace = workspace;
    }

    /// <summary>The project a file is judged in: the one the user named, else the one Compose would find from the file's place and name.</summary>
    public Project For(string path) =>
        workspace.Request is { } request
            ? Load("", request)
            : Load(path, ProjectFinder.RequestFor(workspace, path));

    private Project Load(string root, ProjectRequest request) => byRoot.GetOrAdd(root, _ => new(() => ProjectLoader.Load(workspace, request))).Value;
}
