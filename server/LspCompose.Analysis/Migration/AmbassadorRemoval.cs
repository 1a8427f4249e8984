using LspCompose.Analysis.Ambassadors;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Migration;

/// <summary>Tells whether an ambassador can be taken out of a file with nothing lost, as far as the ambassador itself decides that.</summary>
internal static class AmbassadorRemoval
{
    /// <summary>Why the ambassador has to stay, null when it can go.</summary>
    public static string? Obstacle(ComposeFile file, Ambassador ambassador)
    {
        var service = ambassador.Service;
        var unknown = ambassador.Targets.FirstOrDefault(target => target.Service is null);
        var follower = file.Model.Services.FirstOrDefault(other =>
            other != service && !ambassador.Helpers.Contains(other) && other.Dependencies.Any(dependency =>
                dependency.Target == service.Name && dependency.Kind is not (DependencyKind.Link or DependencyKind.DependsOn)));
        return ambassador.Kind switch
        {
            AmbassadorKind.Registry => $"'{service.Name}' finds its targets in a registry; connect the services to one network by hand",
            AmbassadorKind.ConsumerVariables => $"'{service.Name}' leads one name to several services by port, which no alias can; name the services in the addresses of its consumers",
            AmbassadorKind.Unspecified => $"the file does not tell what '{service.Name}' stands for",
            _ when ambassador.IsEncrypted => $"'{service.Name}' encrypts what it carries; replace it by an encrypted overlay network or a VPN by hand",
            AmbassadorKind.PortForwarder when ambassador.Side is null => $"nothing in the file tells what '{service.Name}' forwards to",
            AmbassadorKind.PortForwarder when ambassador.Side == AmbassadorSide.Client => ClientObstacle(ambassador),
            AmbassadorKind.PortForwarder when ambassador.Forwards.FirstOrDefault(forward => !forward.KeepsPort) is { } moved => $"'{service.Name}' turns port {moved.ListenPort} into port {moved.TargetPort}, which a network alias cannot",
            AmbassadorKind.PortForwarder when ambassador.Fronted.Count > 1 && ambassador.Links.Any(link => ambassador.Destination(link) is null) => $"'{service.Name}' leads to several services by port",
            _ when ambassador.Fronted.Count == 0 => $"'{service.Name}' names no service of this file",
            _ when unknown is not null => $"'{service.Name}' fronts '{unknown.Name}', which is no service of this file",
            _ when service.NetworkMode is not (null or "bridge") => $"'{service.Name}' has a network_mode",
            _ when follower is not null => $"'{follower.Name}' shares volumes or a namespace with '{service.Name}'",
            _ when !ServiceWriter.CanRemove(service) => $"'{service.Name}' is used through an anchor",
            _ => null,
        };
    }

    private static string? ClientObstacle(Ambassador ambassador)
    {
        var service = ambassador.Service;
        return ambassador.Forwards is not [{ } first, ..] || ambassador.Forwards.Any(forward => forward.Problem != ForwardProblem.None || !forward.IsAddress || !forward.KeepsPort)
            ? $"'{service.Name}' forwards to another host in a way that extra_hosts cannot; give its consumers the real address, or join both hosts by an overlay network"
            : !ServiceWriter.CanRemove(service) ? $"'{service.Name}' is used through an anchor"
            : first.TargetHost.Length == 0 ? $"'{service.Name}' forwards nowhere"
            : null;
    }
}
