using LspCompose.Analysis.Engines;

namespace LspCompose.Analysis.Composition;

/// <summary>A container of the engine that belongs to no service of the project. <see cref="Key"/> is what it goes by in a <see cref="NameMap"/>, where no service can be called so.</summary>
internal sealed record OutsideContainer(EngineContainer Container)
{
    public string Key => "/" + Container.Name;

    /// <summary>True when it is on Docker's default bridge.</summary>
    public bool IsOnBridge => Container.Networks.Any(place => place.Network == "bridge");

    /// <summary>It in the user's words, with its project.</summary>
    public string Title => Container.Project is { } project ? $"'{Container.Name}' of project '{project}'" : $"'{Container.Name}'";

    /// <summary>Where what is said about it can be changed.</summary>
    public string Origin => Container.Project is { } project ? $"in project '{project}'" : "where it is started";

    /// <summary>The name of a member of a map, whether it is a service or a container outside of the project.</summary>
    public static string NameOf(string key) => key.TrimStart('/');
}
