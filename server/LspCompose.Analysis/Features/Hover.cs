using LspCompose.Analysis.Features.Hovers;
using LspCompose.Analysis.Model;
using LspCompose.Analysis.Symbols;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features;

/// <summary>Explains the place under the cursor.</summary>
public static class Hover
{
    private const string Separator = "\n\n---\n\n";

    /// <summary>What is known about the text at a 0-based UTF-16 offset, null when nothing is.</summary>
    public static HoverContent? At(Workspace workspace, string path, int offset)
    {
        if (!workspace.TryGetFile(path, out var file) || HoverSpot.At(workspace, file, offset) is not { } spot)
        {
            return null;
        }

        if (spot.Property is { } property)
        {
            return Content(property, Definitions.OfAnchor(spot), Definitions.OfTag(spot));
        }

        if (VariableStory.Of(spot) is { } variable)
        {
            return variable;
        }

        var symbol = ProjectSymbols.Of(workspace, path).At(path, offset);
        var definition = symbol is null ? null : Definitions.Of(spot, symbol);
        var reading = spot.IsKey ? null : Readings.Of(spot) ?? ValueDocs.Of(spot.Place, spot.Node.Value);
        var engine = EngineStory.Of(spot, symbol);
        string?[] sections = spot.IsKey
            ? [definition, spot.IsEnvironmentName ? EnvironmentStory.Of(spot) : definition is null ? KeyDocs.Of(spot.Place) : null, LinkStoryAt(workspace, file, offset), EffectiveStory.Of(spot), engine]
            : [Definitions.OfAnchor(spot), reading, spot.IsEnvironmentName ? EnvironmentStory.Of(spot) : null, definition, LinkStoryAt(workspace, file, offset), EffectiveStory.Of(spot), engine];
        var told = sections.OfType<string>().ToList();
        if (told.Count == 0 && !spot.IsKey)
        {
            return Content(spot.Node.Span, KeyDocs.Of(spot.Place));
        }

        var isOnlyAboutName = told.Count == (engine is null ? 1 : 2) && definition is not null && !spot.IsKey;
        return Content(isOnlyAboutName && symbol is not null ? symbol.Span : spot.Node.Span, [.. told]);
    }

    private static HoverContent? Content(TextSpan span, params string?[] sections)
    {
        var text = string.Join(Separator, sections.OfType<string>());
        return text.Length == 0 ? null : new HoverContent(text, span);
    }

    private static string? LinkStoryAt(Workspace workspace, ComposeFile file, int offset)
    {
        var steps = file.Tree.PathTo(offset);
        if (steps.Count == 0 || steps[0].Entry is not { } top)
        {
            return null;
        }

        var innermost = steps[^1];
        var (service, attributeSteps) = ServiceAt(file.Model, steps);
        return (service, attributeSteps) switch
        {
            (null, _) => steps.Count == 1 && innermost.Part == YamlPathPart.Key ? TopLevel(file, top) : null,
            (_, []) => innermost.Part == YamlPathPart.Key ? OfService(file, service) : null,
            (_, [{ Entry.Name: "links", Part: YamlPathPart.Key }]) => LinkStory.OfLinks(service),
            (_, [{ Entry.Name: "links" }, { Part: YamlPathPart.Item }]) => OfLink(workspace, file, service, innermost.Node),
            (_, [{ Entry.Name: "networks", Part: YamlPathPart.Key }]) => LinkStory.OfNetworks(file.Model, service),
            (_, [{ Entry.Name: "networks" }, { Node.IsScalar: true } network]) => LinkStory.OfNetwork(file.Model, NameOf(network)),
            _ => null,
        };
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
