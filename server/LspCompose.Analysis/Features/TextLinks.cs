using LspCompose.Analysis.Paths;
using LspCompose.Analysis.Places;
using LspCompose.Analysis.Projects.Loading;
using LspCompose.Analysis.Rules;
using LspCompose.Analysis.Symbols;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features;

/// <summary>Finds what leads somewhere in a file: images, models, paths, addresses of build contexts, and rules in comments.</summary>
public static class TextLinks
{
    // Stands for a variable that is not set, and in no name of an image.
    private const string Unset = "\u0000";

    private const string ImageScheme = "docker-image://";

    /// <summary>The links in the order of the text; none for a file the workspace does not hold.</summary>
    public static IReadOnlyList<TextLink> Of(Workspace workspace, string path, CancellationToken cancellation = default)
    {
        if (!workspace.TryGetFile(path, out var file))
        {
            return [];
        }

        var paths = new HostPaths(workspace, file);
        var links = new List<TextLink>();
        foreach (var place in file.Places.All())
        {
            cancellation.ThrowIfCancellationRequested();
            if (place.Value is { IsScalar: true, Value.Length: > 0 } && (WrittenPaths.Read(file, place) is { } written ? OfPath(written, paths) ?? OfContext(written, paths) : OfPage(file, place, paths)) is { } link)
            {
                links.Add(link);
            }
        }

        foreach (var (span, id) in IgnoreComments.RuleIds(file.Tree))
        {
            if (RuleCatalogue.TryGet(id, out var rule))
            {
                links.Add(new TextLink(span, $"About the rule '{id}'") { Url = rule.Url.AbsoluteUri });
            }
        }

        return [.. links.OrderBy(link => link.Span.Start)];
    }

    private static TextLink? OfPath(WrittenPath written, HostPaths paths)
    {
        if (paths.Resolve(written) is not { } target)
        {
            return null;
        }

        target = written.ImpliedDockerfile is { } dockerfile ? HostPath.Absolute(target, dockerfile, paths.Environment) : target;
        return new TextLink(written.Span, $"Open {HostPath.Name(target)}") { Path = target };
    }

    private static TextLink? OfContext(WrittenPath written, HostPaths paths)
    {
        if (paths.Fill(written.Text) is not { } text)
        {
            return null;
        }

        return text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal) ? Page(written.Span, Uri.TryCreate(text, UriKind.Absolute, out var url) ? url.AbsoluteUri : null)
            : text.StartsWith(ImageScheme, StringComparison.Ordinal) ? Page(written.Span, RegistryPages.OfImage(text[ImageScheme.Length..]))
            : null;
    }

    private static TextLink? OfPage(ComposeFile file, Place place, HostPaths paths)
    {
        var isImage = place.TextSchema?.Syntax == "image" || (place.References.Contains("image") && place.Parent is { } mount && file.Model.Lookup(mount.Value, "type")?.Value == "image");
        var isModel = place.Name == "model" && place.Parent?.Parent?.Schema?.Defines == "model";
        if (!isImage && !isModel)
        {
            return null;
        }

        // A tag may be left open.
        var name = paths.Fill(place.Value.Value, Unset);
        return Page(new SourceValue(file.Text, place.Value).Find(new TextSpan(0, place.Value.Value.Length)), isModel ? RegistryPages.OfModel(name) : RegistryPages.OfImage(name));
    }

    private static TextLink? Page(TextSpan span, string? url) => url is null ? null : new TextLink(span, $"Open {url}") { Url = url };
}
