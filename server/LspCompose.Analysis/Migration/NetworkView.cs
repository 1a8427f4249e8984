using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Migration;

/// <summary>Which service answers to which name on which network, as far as one file tells.</summary>
internal sealed class NetworkView(ComposeModel model)
{
    /// <summary>The network of every service that declares none.</summary>
    public const string Default = "default";

    /// <summary>The networks a service is on, none when it shares or lacks a network stack.</summary>
    public static IReadOnlyList<string> Of(Service service) =>
        service.NetworkMode is not null ? [] : service.Networks is { } networks ? [.. networks.Select(network => network.Name)] : [Default];

    /// <summary>The service whose network stack a service uses: itself, or the one its <c>network_mode</c> leads to. Null where that is not in the file.</summary>
    public Service? Owner(Service service)
    {
        var owner = service;
        for (var step = 0; step <= model.Services.Count; step++)
        {
            if (ServiceReader.ServiceOf(owner.NetworkMode) is not { } next)
            {
                return owner;
            }

            if (model.Find(next) is not { } found)
            {
                return null;
            }

            owner = found;
        }

        return null;
    }

    /// <summary>The services besides one that answer to a name on a network; names are compared without case, as Docker's DNS does.</summary>
    public IEnumerable<Service> Answering(string name, string network, Service except) =>
        model.Services.Where(service => service != except && Of(service).Contains(network) && HasName(service, name, network));

    /// <summary>True when a service answers to a name on a network it is on.</summary>
    public static bool HasName(Service service, string name, string network) =>
        Same(service.Name, name) || Same(service.ContainerName, name) || Same(service.Hostname, name) ||
        (service.Networks?.FirstOrDefault(declared => declared.Name == network)?.Aliases.Any(alias => Same(alias, name)) ?? false);

    private static bool Same(string? a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
