using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Rules;

/// <summary>Something a service uses that others are to create and that is not on the engine.</summary>
internal abstract class MissingExternalRule : EngineRule
{
    /// <summary>The top-level key it is declared under.</summary>
    protected abstract string Section { get; }

    /// <summary>What is wrong with a real name and what to do; null where the engine has it, or that is not known.</summary>
    protected abstract string? Problem(EngineView engine, string name);

    protected override void Check(RuleContext context, ProjectOnEngine project)
    {
        var used = ProjectService.Of(project.Project).Where(service => service.IsActive).SelectMany(service => Uses(service.Body)).ToHashSet(StringComparer.Ordinal);
        foreach (var declared in ModelParts.Entries(project.Project.Model.Get(Section)).Where(entry => used.Contains(entry.Key) && RealNames.IsExternal(entry.Value)))
        {
            if (RealNames.Of(project.Project, Section, declared.Key) is { } name && (declared.Value as ConfigMapping)?.Get("name") is { } written && Problem(project.Engine, name) is { } message)
            {
                Report(context, written.Place, message);
            }
        }
    }

    // The network of a build and a network mode name networks of the engine, not those of the project.
    private IEnumerable<string> Uses(ConfigMapping service) => Section == "networks" ? ModelParts.Entries(service.Get("networks")).Select(entry => entry.Key) : DeclarationUses.Of(service, Section).Select(use => use.Name);
}
