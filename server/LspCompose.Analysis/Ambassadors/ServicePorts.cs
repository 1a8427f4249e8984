using System.Globalization;
using LspCompose.Analysis.Model;
using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>The ports a service's container has, in short and long form.</summary>
internal static class ServicePorts
{
    // A range of more ports than that is not what an ambassador forwards; it would only be long.
    private const int MaxRange = 1024;

    /// <summary>Published and exposed ports.</summary>
    public static IEnumerable<ContainerPort> Of(Service service) => Published(service).Concat(Declared(service, "expose"));

    /// <summary>The ports the host has too.</summary>
    public static IEnumerable<ContainerPort> Published(Service service) => Declared(service, "ports");

    private static IEnumerable<ContainerPort> Declared(Service service, string attribute)
    {
        if (service.Attribute(attribute) is not { } list)
        {
            yield break;
        }

        foreach (var item in list.Items)
        {
            var node = service.Resolve(item.Value);
            if (node.IsMapping)
            {
                if (node.Get("target") is { } target && int.TryParse(service.Resolve(target).Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    yield return new ContainerPort(number, node.Get("protocol") is { } protocol ? service.Resolve(protocol).Value : "tcp", node);
                }
            }
            else if (PortSpec.Parse(node.Value) is { IsValid: true, Value: { } publication } && publication.Target.Count <= MaxRange)
            {
                for (var number = publication.Target.First; number <= publication.Target.Last; number++)
                {
                    yield return new ContainerPort(number, publication.Protocol, node);
                }
            }
        }
    }
}
