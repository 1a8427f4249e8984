using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Rules;

/// <summary>A container name that a container of something else has.</summary>
internal sealed class ContainerNameInUseRule : EngineRule
{
    public override string Id => "container-name-in-use";

    public override string Title => "A container of something else already has the name.";

    public override string Explanation =>
        """
        The name of a container is unique on an engine, whether it runs or not. While another one has it, Docker does not create the container of this service:
        `Conflict. The container name "/app" is already in use by container …`.

        Remove or rename the other container, or choose another name. Best is none: Compose names containers after project and service, and services reach each
        other by service name anyway.

        Services of inactive profiles are not looked at. Needs a Docker engine; without one the rule finds nothing.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            container_name: app
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
        """;

    internal override EngineView ExampleEngine => new() { Version = "28.2.2", Containers = [new() { Id = "4f1b", Name = "app", State = ContainerState.Exited }] };

    protected override void Check(RuleContext context, ProjectOnEngine project)
    {
        foreach (var service in ProjectService.Of(project.Project).Where(service => service.IsActive))
        {
            if (service.Body.Get("container_name") is ConfigScalar { Text: { Length: > 0 } name } written && !ModelParts.HasUnset(project.Project, written.Place)
                && project.Engine.Containers.FirstOrDefault(container => container.Name == name) is { } other && !project.Containers.IsOf(other, service.Name) && !project.MayUse(other))
            {
                Report(context, written.Place, $"The name '{name}' is taken by another container{EngineOwners.Owner(project, other)}, so Docker cannot create the container of service '{service.Name}'. {EngineOwners.Remove(project, other)}, or choose another name.");
            }
        }
    }
}
