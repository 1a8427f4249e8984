using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Features;

/// <summary>Explains the place under the cursor.</summary>
public static class Hover
{
    /// <summary>What is known about the text at a 0-based UTF-16 offset, null when nothing is.</summary>
    public static HoverContent? At(Workspace workspace, string path, int offset)
    {
        if (!workspace.TryGetFile(path, out var file))
        {
            return null;
        }

        var steps = file.Tree.PathTo(offset);
        if (steps.Count == 0 || !steps[^1].Node.FullSpan.Touches(offset) || steps[0].Entry is not { } top)
        {
            return null;
        }

        var innermost = steps[^1];
        var (service, attributeSteps) = ServiceAt(file.Model, steps);
        var markdown = (service, attributeSteps) switch
        {
            (null, _) => steps.Count == 1 && innermost.Part == YamlPathPart.Key ? TopLevel(file, top) : null,
            (_, []) => innermost.Part == YamlPathPart.Key ? OfService(file, service) : null,
            (_, [{ Entry.Name: "links", Part: YamlPathPart.Key }]) => LinkStory.OfLinks(service),
            (_, [{ Entry.Name: "links" }, { Part: YamlPathPart.Item }]) => OfLink(workspace, file, service, innermost.Node),
            (_, [{ Entry.Name: "networks", Part: YamlPathPart.Key }]) => LinkStory.OfNetworks(file.Model, service),
            (_, [{ Entry.Name: "networks" }, { Node.IsScalar: true } network, ..]) => LinkStory.OfNetwork(file.Model, NameOf(network)),
            _ => null,
        };
        return markdown is null ? null : new HoverContent(markdown, innermost.Node.Span);
    }

    private static (Service? Service, IReadOnlyList<YamlPathStep> Attribute) ServiceAt(ComposeModel model, IReadOnlyList<YamlPathStep> steps)
    {
        var depth = model.Format == ComposeFormat.Legacy ? 0 : steps[0].Entry is { Name: "services" } ? 1 : steps.Count;
        return steps.Count > depth && steps[depth].Entry is { } entry
            ? (model.Services.FirstOrDefault(service => service.Entry.Key == entry.Key), [.. steps.Skip(depth + 1)])
            : (null, []);
    }

    private static string NameOf(YamlPathStep step) => step.Entry?.Name ?? step.Node.Value;

    private static string? TopLevel(ComposeFile file, YamlEntry entry) => entry.Name switch
    {
        "networks" => LinkStory.OfTopLevelNetworks(file.Model),
        "version" => LinkStory.OfVersion(),
        _ => null,
    };

    private static string? OfService(ComposeFile file, Service? service) =>
        file.Ambassadors.FirstOrDefault(ambassador => ambassador.Service == service) is { } ambassador ? LinkStory.OfAmbassador(file, ambassador) : null;

    private static string? OfLink(Workspace workspace, ComposeFile file, Service? service, YamlNode item) =>
        service?.Links.FirstOrDefault(link => link.Item == item) is { } link ? LinkStory.OfLink(workspace, file, link) : null;
}
