using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Rules;

namespace LspCompose.Analysis.Engines;

/// <summary>The names that networks and volumes of a project have on the engine.</summary>
internal static class RealNames
{
    /// <summary>The real name of what a section (<c>networks</c>, <c>volumes</c>, …) declares; null where it declares no such thing, or a variable in the name is not set.</summary>
    public static string? Of(Project project, string section, string key) =>
        (project.Model.Get(section) as ConfigMapping)?.Get(key) is ConfigMapping declared && declared.Get("name") is ConfigScalar { Text: { Length: > 0 } name } written && !ModelParts.HasUnset(project, written.Place) ? name : null;

    /// <summary>True for what something else than the project creates.</summary>
    public static bool IsExternal(ConfigNode? declared) => (declared as ConfigMapping)?.Get("external") is ConfigScalar { Value: true };

    /// <summary>A network of the engine by its name or whole id; null when there is none.</summary>
    public static EngineNetwork? FindNetwork(EngineView engine, string name) => engine.Networks.FirstOrDefault(network => network.Name == name) ?? engine.Networks.FirstOrDefault(network => network.Id == name);
}
