using LspCompose.Analysis.Ambassadors;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Migration;

/// <summary>Tells whether an ambassador can be taken out of a file with nothing lost.</summary>
internal static class AmbassadorRemoval
{
    /// <summary>Why the ambassador has to stay, null when it can go.</summary>
    public static string? Obstacle(ComposeFile file, Ambassador ambassador)
    {
        var service = ambassador.Service;
        var unknown = ambassador.Targets.FirstOrDefault(target => target.Service is null);
        var follower = file.Model.Services.FirstOrDefault(other =>
            other != service && other.Dependencies.Any(dependency =>
                dependency.Target == service.Name && dependency.Kind is not (DependencyKind.Link or DependencyKind.DependsOn)));
        return ambassador.Kind switch
        {
            _ when ambassador.Certainty == AmbassadorCertainty.Medium => $"'{service.Name}' only looks like an ambassador; connect the services directly by hand if it is one",
            AmbassadorKind.Registry or AmbassadorKind.ConsumerVariables => $"'{service.Name}' finds its targets in a registry or in the variables of its consumers; connect the services to one network by hand",
            AmbassadorKind.PortForwarder => $"'{service.Name}' forwards ports, possibly to another host; give its target a network alias, or an overlay network across hosts, by hand",
            _ when ambassador.Fronted.Count == 0 => $"'{service.Name}' names no service of this file",
            _ when unknown is not null => $"'{service.Name}' fronts '{unknown.Name}', which is no service of this file",
            _ when service.Attribute("ports") is not null => $"'{service.Name}' publishes ports; publish them on the services behind it first",
            _ when service.NetworkMode is not (null or "bridge") => $"'{service.Name}' has a network_mode",
            _ when follower is not null => $"'{follower.Name}' shares volumes or a namespace with '{service.Name}'",
            _ when !ServiceWriter.CanRemove(service) => $"'{service.Name}' is used through an anchor",
            _ => null,
        };
    }
}
