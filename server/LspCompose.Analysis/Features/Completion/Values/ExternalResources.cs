using System.Text.RegularExpressions;
using LspCompose.Analysis.Engines;

namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>Networks, volumes, configs and secrets the engine has already: to declare as external, and as the outside name of what is declared so.</summary>
internal static partial class ExternalResources
{
    /// <summary>Names for the <c>name</c> of an external network.</summary>
    public static IEnumerable<Suggestion> NetworkNames(CompletionContext context) => Names(context, Networks(context));

    /// <summary>Names for the <c>name</c> of an external volume.</summary>
    public static IEnumerable<Suggestion> VolumeNames(CompletionContext context) => Names(context, Volumes(context));

    /// <summary>Names for the <c>name</c> of an external config.</summary>
    public static IEnumerable<Suggestion> ConfigNames(CompletionContext context) => Names(context, Swarm(context.Workspace.Engine?.Configs));

    /// <summary>Names for the <c>name</c> of an external secret.</summary>
    public static IEnumerable<Suggestion> SecretNames(CompletionContext context) => Names(context, Swarm(context.Workspace.Engine?.Secrets));

    /// <summary>Undeclared networks, and declarations of those made outside.</summary>
    public static IEnumerable<Suggestion> NetworkKeys(CompletionContext context) => UndeclaredNames.Networks(context).Concat(Keys(context, Networks(context)));

    /// <summary>Undeclared volumes, and declarations of those made outside.</summary>
    public static IEnumerable<Suggestion> VolumeKeys(CompletionContext context) => UndeclaredNames.Volumes(context).Concat(Keys(context, Volumes(context)));

    /// <summary>Undeclared configs, and declarations of those made outside.</summary>
    public static IEnumerable<Suggestion> ConfigKeys(CompletionContext context) => UndeclaredNames.Configs(context).Concat(Keys(context, Swarm(context.Workspace.Engine?.Configs)));

    /// <summary>Undeclared secrets, and declarations of those made outside.</summary>
    public static IEnumerable<Suggestion> SecretKeys(CompletionContext context) => UndeclaredNames.Secrets(context).Concat(Keys(context, Swarm(context.Workspace.Engine?.Secrets)));

    private static IEnumerable<Resource> Networks(CompletionContext context)
    {
        var containers = context.Workspace.Engine?.Containers ?? [];
        return (context.Workspace.Engine?.Networks ?? []).Where(network => !EngineNetwork.IsBuiltIn(network.Name)).Select(network => new Resource(network.Name, network.Driver, network.Project)
        {
            Users = () => containers.Where(container => container.Networks.Any(place => place.Network == network.Name)),
        });
    }

    // A volume without a name got one of 64 digits.
    private static IEnumerable<Resource> Volumes(CompletionContext context)
    {
        var containers = context.Workspace.Engine?.Containers ?? [];
        return (context.Workspace.Engine?.Volumes ?? []).Where(volume => !Unnamed().IsMatch(volume.Name)).Select(volume => new Resource(volume.Name, volume.Driver, volume.Project)
        {
            Users = () => containers.Where(container => container.Mounts.Any(mount => mount.Volume == volume.Name)),
        });
    }

    private static IEnumerable<Resource> Swarm(IReadOnlyList<string>? names) => (names ?? []).Select(name => new Resource(name, "swarm", null));

    // Without external: true the name is one to make, not one that is there.
    private static IEnumerable<Suggestion> Names(CompletionContext context, IEnumerable<Resource> resources) => context.Beside("external") is { IsScalar: true, Value: "true" or "True" or "TRUE" }
        ? resources.OrderBy(resource => resource.Name, StringComparer.Ordinal).Select(resource => Suggest(resource, resource.Name) with { Rank = IsOwn(context, resource) ? SuggestionRank.Rare : SuggestionRank.Common })
        : [];

    // What the project makes itself is not external to it.
    private static IEnumerable<Suggestion> Keys(CompletionContext context, IEnumerable<Resource> resources) => resources
        .Where(resource => !IsOwn(context, resource) && Key().IsMatch(resource.Name) && !context.Siblings.Contains(resource.Name))
        .OrderBy(resource => resource.Name, StringComparer.Ordinal)
        .Select(resource => Suggest(resource, $"{resource.Name} (external)") with { Kind = CompletionKind.Snippet, Text = resource.Name, FilterText = resource.Name, Snippet = ["external: true"], Rank = SuggestionRank.Common });

    private static bool IsOwn(CompletionContext context, Resource resource) => resource.Project is { } project && project == context.Project.Name;

    private static Suggestion Suggest(Resource resource, string label) => new(label, CompletionKind.Resource)
    {
        Detail = resource.Project is { } project ? $"{resource.Driver}, project {project}" : resource.Driver,
        Documentation = () => resource.Users().Select(container => $"`{container.Name}`").Order(StringComparer.Ordinal).ToList() is { Count: > 0 } users ? $"Used by {Sentence.List(users)}." : "No container uses it.",
    };

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.CultureInvariant)]
    private static partial Regex Unnamed();

    [GeneratedRegex("^[a-zA-Z0-9._-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    private sealed record Resource(string Name, string Driver, string? Project)
    {
        public Func<IEnumerable<EngineContainer>> Users { get; init; } = () => [];
    }
}
