using LspCompose.Analysis.Composition;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Migration;

/// <summary>Tells which networks of a project are made outside of it.</summary>
internal static class ExternalNetworks
{
    /// <summary>True when some file declares the network as external.</summary>
    public static bool Contains(ProjectComposition composition, string network) =>
        composition.Files.Any(file => file.Model.Roots.Select(root => root.Get("networks")).OfType<YamlNode>()
            .Any(networks => file.Model.Resolve(networks).Get(network) is { } declared && file.Model.Resolve(declared).Get("external") is { } external && (external.IsMapping || external.Value == "true")));
}
