using LspCompose.Analysis.Engines;

namespace LspCompose.Analysis.Rules;

/// <summary>Containers the examples of rules are judged beside.</summary>
internal static class ExampleContainers
{
    /// <summary>A running container of a service of the examples' project.</summary>
    public static EngineContainer Running(string service, string image) => new()
    {
        Id = service,
        Name = $"project-{service}-1",
        State = ContainerState.Running,
        Image = image,
        Labels = new Dictionary<string, string> { ["com.docker.compose.project"] = "project", ["com.docker.compose.service"] = service },
    };
}
