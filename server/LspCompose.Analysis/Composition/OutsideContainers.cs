using System.Text.RegularExpressions;
using LspCompose.Analysis.Engines;

namespace LspCompose.Analysis.Composition;

/// <summary>
/// The containers beside a project, as the engine has them: who else answers to names on the networks its services are on, and on those of containers it links. Empty without an engine.
/// </summary>
internal sealed partial class OutsideContainers
{
    // An engine that does not tell all of these is no help: what is not told may be there.
    private const EngineParts Needed = EngineParts.Containers | EngineParts.Networks;

    // As many digits of an id as Docker shows.
    private const int ShortId = 12;

    private readonly Dictionary<string, OutsideContainer> byName;
    private readonly Dictionary<string, OutsideNetwork> networks = new(StringComparer.Ordinal);
    private readonly ILookup<string, EngineContainer> own;
    private readonly ProjectComposition composition;

    private OutsideContainers(ProjectComposition composition, EngineView? engine)
    {
        this.composition = composition;
        Engine = engine;
        var containers = engine?.Containers ?? [];
        own = containers.Where(container => IsOwn(container) && !container.IsOneOff).ToLookup(container => container.Service ?? "", StringComparer.Ordinal);
        byName = containers.Where(container => !IsOwn(container)).DistinctBy(container => container.Name).ToDictionary(container => container.Name, container => new OutsideContainer(container), StringComparer.Ordinal);
        if (engine is null)
        {
            return;
        }

        var names = NameMap.Of(composition);
        var keys = composition.Files.SelectMany(file => file.Model.Networks).Concat(composition.Services.SelectMany(service => names.Networks(service.Name))).Append(NameMap.Default).Distinct(StringComparer.Ordinal).ToList();
        foreach (var key in keys)
        {
            networks.TryAdd(names.FullName(key), new OutsideNetwork(key, names.FullName(key)));
        }

        var taken = keys.Concat(composition.Services.Select(service => service.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in composition.Services.SelectMany(service => service.ExternalLinks).Select(link => Find(link.Target)).OfType<OutsideContainer>().SelectMany(NetworksOf).Distinct(StringComparer.Ordinal))
        {
            if (!networks.ContainsKey(name))
            {
                var key = Candidates(Forbidden().Replace(name, "-").TrimStart('.', '_', '-')).First(taken.Add);
                Add(key, name);
            }
        }

        // Who is on those hears answers from wherever else it is, in the order of the networks' names. No file declares these, so their keys are none of a file.
        foreach (var name in byName.Values.Select(container => NetworksOf(container).ToList()).Where(places => places.Exists(networks.ContainsKey)).SelectMany(places => places).Distinct(StringComparer.Ordinal).ToList())
        {
            if (!networks.ContainsKey(name))
            {
                Add("/" + name, name);
            }
        }

        void Add(string key, string name) => networks[name] = new OutsideNetwork(key, name) { IsNew = true, IsInternal = engine.Networks.Any(network => network.Name == name && network.IsInternal) };
    }

    /// <summary>The engine; null without one.</summary>
    public EngineView? Engine { get; }

    /// <summary>The containers beside a project.</summary>
    public static OutsideContainers Of(ProjectComposition composition) => new(composition, composition.Workspace.Engine is { } engine && (engine.Untold & Needed) == EngineParts.None ? engine : null);

    /// <summary>The container of a name; null where the engine has none, or it is one of the project.</summary>
    public OutsideContainer? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The service of the project that a container, by its name or the start of its id, runs; null for the containers of others.</summary>
    public ComposedService? Running(string container) =>
        own.FirstOrDefault(service => service.Any(one => one.Name == container || (container.Length >= ShortId && one.Id.StartsWith(container, StringComparison.Ordinal)))) is { } found ? composition.Find(found.Key) : null;

    /// <summary>The service of the project that a container alone runs, by its labels; null for the containers of others, and where a service has several of which one is meant.</summary>
    public ComposedService? ServiceOf(string container) =>
        own.FirstOrDefault(service => service.Any(one => one.Name == container)) is { } found && found.Count() == 1 ? composition.Find(found.Key) : null;

    /// <summary>The names of the networks a container can be reached by name on.</summary>
    public static IEnumerable<string> NetworksOf(OutsideContainer container) => container.Container.Networks.Select(place => place.Network).Where(network => !EngineNetwork.IsBuiltIn(network));

    /// <summary>A network by its name on the engine; null for one that neither the project nor what it links is on.</summary>
    public OutsideNetwork? Network(string name) => networks.GetValueOrDefault(name);

    /// <summary>A network to declare, by its key; null for one the project knows.</summary>
    public OutsideNetwork? NewNetwork(string key) => networks.Values.FirstOrDefault(network => network.IsNew && network.Key == key);

    /// <summary>Puts the containers into a map, on the networks that concern the project. Those that do not run count too: they may again.</summary>
    public void AddTo(NameMap map)
    {
        foreach (var network in networks.Values.Where(network => network.IsNew))
        {
            map.Declare(network);
        }

        foreach (var container in byName.Values.Where(container => container.Container.IsUp || !container.Container.IsOneOff))
        {
            var places = container.Container.Networks.Where(place => networks.ContainsKey(place.Network)).ToList();
            if (places.Count > 0 || container.IsOnBridge)
            {
                map.AddOutside(container);
                foreach (var place in places)
                {
                    map.Join(container.Key, networks[place.Network].Key);
                    foreach (var alias in place.Aliases)
                    {
                        map.AddAlias(container.Key, networks[place.Network].Key, alias);
                    }
                }
            }
        }
    }

    private bool IsOwn(EngineContainer container) => container.Project is { } project && project == composition.Name;

    private static IEnumerable<string> Candidates(string name)
    {
        yield return name;
        yield return name + "-net";
        for (var number = 2; ; number++)
        {
            yield return $"{name}-net-{number}";
        }
    }

    [GeneratedRegex("[^a-zA-Z0-9._-]", RegexOptions.CultureInvariant)]
    private static partial Regex Forbidden();
}
