using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Features.Words;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Rules;
using LspCompose.Analysis.Symbols;

namespace LspCompose.Analysis.Features.Hovers;

/// <summary>What the Docker engine holds of the thing under the cursor.</summary>
internal static class EngineStory
{
    private const int MaxContainers = 8;

    /// <summary>What the engine knows, in Markdown; null without an engine and where it knows nothing.</summary>
    public static string? Of(HoverSpot spot, Symbol? symbol)
    {
        if (spot.Workspace.Engine is not { } engine)
        {
            return null;
        }

        if (!spot.IsKey && ValueDocs.SyntaxOf(spot.Place) == "image" && spot.Place.Name == "image" && spot.Node.IsScalar)
        {
            return spot.Filled(spot.Node) is { Length: > 0 } image ? ImageStory.Of(engine, image, spot.Place.Parent?.Value.Get("build") is null ? "pull" : "build", ServiceOf(spot)) : null;
        }

        // What counts in another project is not this one's.
        if (symbol is null || ProjectSymbols.Of(spot.Workspace, spot.File.Path).KeyOf(symbol) is not { Home.Length: 0 } key || ProjectOnEngine.Of(spot.Workspace, spot.File.Path) is not { } project)
        {
            return null;
        }

        return key.Kind switch
        {
            SymbolKind.Service => OfService(project, key.Name),
            SymbolKind.Network => ResourceStory.OfNetwork(project, key.Name),
            SymbolKind.Volume => ResourceStory.OfVolume(project, key.Name),
            _ => null,
        };
    }

    /// <summary>The containers of a service, and how they differ from the files.</summary>
    public static string? OfService(ProjectOnEngine project, string service)
    {
        var containers = project.Containers.Of(service);
        if (containers.Count == 0)
        {
            if (project.Project.Model.Get("services") is ConfigMapping services && services.Get(service) is ConfigMapping { } body && PortClaim.CountInstances(project.Project, body) == 0)
            {
                return "**Engine:** no container, as the file says.";
            }

            return project.Engine.Untold.HasFlag(EngineParts.Containers) ? null : project.Containers.All.Count == 0 ? $"**Engine:** no container of project {Code.Of(project.Project.Name)}." : $"**Engine:** not created. {Code.Of(project.Up(service))} makes its container.";
        }

        var lines = containers.Take(MaxContainers).Select(container => $"- {ContainerWords.Line(container, project.Engine.Clock)}").ToList();
        if (containers.Count > MaxContainers)
        {
            lines.Add($"- and {containers.Count - MaxContainers} more");
        }

        var others = containers.Select(project.OtherFiles).FirstOrDefault(files => files is not null);
        var differences = project.Differences(service);
        return string.Join("\n\n", new[]
        {
            $"**Engine:** {ContainerWords.Short(containers)}",
            string.Join('\n', lines),
            others is null ? "" : $"Made from {Code.List(others)}, so not compared with this project.",
            differences.Count == 0 ? "" : $"**Differs from the file:**\n\n{string.Join('\n', differences.Select(difference => $"- {difference}"))}",
            differences.Count == 0 ? "" : $"{Code.Of(project.Up(service))} makes {(containers.Count == 1 ? "a new container" : "new containers")} of it.",
        }.Where(part => part.Length > 0));
    }

    private static string? ServiceOf(HoverSpot spot) => spot.Place.Parent?.Name;
}
