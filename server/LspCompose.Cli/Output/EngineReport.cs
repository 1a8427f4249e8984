using System.Text.Json;
using LspCompose.Analysis.Engines;

namespace LspCompose.Cli.Output;

/// <summary>What a Docker engine holds, for people and for programs.</summary>
internal static class EngineReport
{
    /// <summary>Writes where the engine is, what it is, and the projects that run there.</summary>
    public static void WriteText(TextWriter output, EngineState state, EngineView view, Palette palette)
    {
        var by = state.Context.Length == 0 ? "" : $", context {state.Context}";
        string[] parts = [view.Product.Length == 0 ? "Docker engine" : view.Product, view.Version, view.ApiVersion.Length == 0 ? "" : $"(API {view.ApiVersion})", Platform(view)];
        output.WriteLine($"{palette.Bold(Printable.Line(string.Join(' ', parts.Where(part => part.Length > 0))))}");
        output.WriteLine(Printable.Line($"at {state.Endpoint}{by}"));
        output.WriteLine($"{Count(view.Containers.Count, "container")}, {Count(view.Images.Count, "image")}, {Count(view.Networks.Count, "network")}, {Count(view.Volumes.Count, "volume")}");
        foreach (var project in Projects(view))
        {
            output.WriteLine();
            output.WriteLine(palette.Bold(Printable.Line(project.Key)));
            foreach (var container in project)
            {
                var run = container.IsOneOff ? " (run once)" : "";
                output.WriteLine(Printable.Line($"  {container.Service}: {container.Name}, {Doing(container)}{run}"));
            }
        }
    }

    /// <summary>Writes the state as one object, version 1, connected or not.</summary>
    public static void WriteJson(TextWriter output, EngineState state) => JsonOutput.Write(output, json =>
    {
        json.WriteNumber("version", 1);
        json.WriteString("connection", JsonNamingPolicy.CamelCase.ConvertName(state.Connection.ToString()));
        json.WriteString("context", state.Context);
        json.WriteString("endpoint", state.Endpoint);
        json.WriteString("reason", state.Reason);
        if (state.View is { } view)
        {
            WriteEngine(json, view);
        }
        else
        {
            json.WriteNull("engine");
        }
    });

    private static void WriteEngine(Utf8JsonWriter json, EngineView view)
    {
        json.WriteStartObject("engine");
        json.WriteString("product", view.Product);
        json.WriteString("version", view.Version);
        json.WriteString("apiVersion", view.ApiVersion);
        json.WriteString("os", view.Os);
        json.WriteString("architecture", view.Architecture);
        json.WriteNumber("containers", view.Containers.Count);
        json.WriteNumber("images", view.Images.Count);
        json.WriteNumber("networks", view.Networks.Count);
        json.WriteNumber("volumes", view.Volumes.Count);
        WriteCount(json, "secrets", view.Secrets);
        WriteCount(json, "configs", view.Configs);
        json.WriteObjects("projects", Projects(view), project =>
        {
            json.WriteString("name", project.Key);
            json.WriteObjects("services", project.GroupBy(container => container.Service ?? "", StringComparer.Ordinal), service =>
            {
                json.WriteString("name", service.Key);
                json.WriteObjects("containers", service, container =>
                {
                    json.WriteString("name", container.Name);
                    json.WriteString("image", container.Image);
                    json.WriteString("state", JsonNamingPolicy.CamelCase.ConvertName(container.State.ToString()));
                    json.WriteString("health", JsonNamingPolicy.CamelCase.ConvertName(container.Health.ToString()));
                    json.WriteBoolean("oneOff", container.IsOneOff);
                });
            });
        });
        json.WriteEndObject();
    }

    // Null for an engine that manages no swarm, and so can have none.
    private static void WriteCount(Utf8JsonWriter json, string name, IReadOnlyList<string>? items)
    {
        if (items is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteNumber(name, items.Count);
        }
    }

    private static IEnumerable<IGrouping<string, EngineContainer>> Projects(EngineView view) => view.Containers
        .Where(container => container.Project is not null)
        .OrderBy(container => container.Service, StringComparer.Ordinal)
        .ThenBy(container => container.Name, StringComparer.Ordinal)
        .GroupBy(container => container.Project ?? "", StringComparer.Ordinal)
        .OrderBy(project => project.Key, StringComparer.Ordinal);

    private static string Doing(EngineContainer container)
    {
        var state = container.State == ContainerState.Exited ? $"exited with {container.ExitCode}" : JsonNamingPolicy.CamelCase.ConvertName(container.State.ToString());
        return container is { IsUp: true, Health: not ContainerHealth.None } ? $"{state}, {JsonNamingPolicy.CamelCase.ConvertName(container.Health.ToString())}" : state;
    }

    private static string Platform(EngineView view) => view.Architecture.Length == 0 ? view.Os : $"{view.Os}/{view.Architecture}";

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
