using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.LinkEnvironment;

/// <summary>
/// Finds what services use only because of links: environment variables Docker sets on its default bridge, and host names with a container's number.
/// See https://docs.docker.com/engine/network/links/.
/// </summary>
internal static class LinkVariables
{
    /// <summary>
    /// What a service uses of some of its links, in its texts and in the files of variables the workspace has read. Variables the service or Compose itself sets are none of a link's.
    /// </summary>
    public static IReadOnlyList<LinkVariableUse> Of(Workspace workspace, ComposeFile file, Service consumer, IReadOnlyList<Link> links) =>
        new LinkVariableScanner(workspace, file).OfLinks(consumer, links);

    /// <summary>What all services of a file use of their links, of external ones, and of links that are gone while their target still answers by name.</summary>
    public static IReadOnlyList<LinkVariableUse> InFile(Workspace workspace, ComposeFile file)
    {
        var scanner = new LinkVariableScanner(workspace, file);
        return [.. file.Model.Services.SelectMany(scanner.OfService)];
    }

    /// <summary>True when a service sets one of some variables itself, or a variable as one of its links would.</summary>
    public static bool SetsOneOf(Workspace workspace, ComposeFile file, Service service, IReadOnlyList<string> names, IReadOnlyList<Link> links)
    {
        var defined = ConsumerTexts.Of(workspace, file, service, new(() => ProjectVariables.Of(workspace, file))).Defined;
        var prefixes = links.Select(link => LinkVariableName.PrefixOf(link.Alias)).ToHashSet(StringComparer.Ordinal);
        return names.Any(defined.Contains) || defined.SelectMany(LinkVariableName.Readings).Any(name => name.IsDistinctive && prefixes.Contains(name.Prefix));
    }
}
