using LspCompose.Analysis.Projects.Loading;

namespace LspCompose.Analysis.Projects;

/// <summary>A loaded project: its effective model and what is wrong with it. Immutable.</summary>
public sealed record Project
{
    internal Project(ProjectRequest request)
    {
        Request = request;
    }

    /// <summary>What was asked for.</summary>
    public ProjectRequest Request { get; }

    /// <summary>
    /// The effective model: files merged, variables filled in, short syntaxes in their canonical long form, implicit parts added, services of inactive profiles
    /// included. Empty when nothing could be read.
    /// </summary>
    public required ConfigMapping Model { get; init; }

    /// <summary>The project's name; empty when there is none.</summary>
    public required string Name { get; init; }

    /// <summary>Names of the services that run under the active profiles.</summary>
    public required IReadOnlySet<string> ActiveServices { get; init; }

    /// <summary>What is wrong, in all files of the project.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>Every path the project was made from or looked for: Compose files, <c>.env</c>, <c>env_file</c>s. A change at one of them changes the project.</summary>
    public required IReadOnlySet<string> Paths { get; init; }

    /// <summary>Paths of Compose files among <see cref="Paths"/> that exist: the files themselves, included and extended ones.</summary>
    public required IReadOnlySet<string> ComposePaths { get; init; }

    /// <summary>Paths the workspace knows nothing of yet. Until the host has looked there, nothing is said about them.</summary>
    public required IReadOnlySet<string> Unread { get; init; }

    /// <summary>True when the project includes or extends what is on another machine or not there, so not all of it is known.</summary>
    public bool HasUnknownParts { get; init; }

    /// <summary>The folder and variables of the project itself.</summary>
    internal Scope Scope { private get; init; } = new("", Variables.None);

    /// <summary>The folder and variables of each Compose file: included ones may have others.</summary>
    internal IReadOnlyDictionary<string, Scope> Scopes { private get; init; } = new Dictionary<string, Scope>();

    /// <summary>What relative paths and <c>${…}</c> in a Compose file start from.</summary>
    internal Scope ScopeOf(string path) => Scopes.GetValueOrDefault(path, Scope);
}
