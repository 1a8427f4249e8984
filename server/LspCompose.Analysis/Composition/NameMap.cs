using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Composition;

/// <summary>
/// Who answers to which name for whom, as Docker does it: a link's name is its consumer's alone and beats those of the networks; a network answers to service names,
/// container names, host names and aliases, without case; of several networks the one whose full name sorts first answers, internal ones last; on the default bridge
/// nothing but links has a name; a container's own host name is its own. Can be changed step by step to see what a conversion would do. Tried on real engines: see the engine tests.
/// </summary>
internal sealed class NameMap
{
    /// <summary>The network of every service that declares none.</summary>
    public const string Default = "default";

    private readonly Dictionary<string, Stack> stacks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Service, string Network)>> answering = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HashSet<string>> members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PrivateName>> privateByAlias = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HashSet<string>> spelt = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> sharing = [];
    private readonly List<string> outsiders = [];
    private readonly Dictionary<string, string> fullNames;
    private readonly HashSet<string> internals;
    private readonly string project;
    private readonly bool isLegacy;

    private NameMap(Dictionary<string, string> fullNames, HashSet<string> internals, ProjectComposition composition)
    {
        this.fullNames = fullNames;
        this.internals = internals;
        project = composition.Name;
        isLegacy = composition.Format == ComposeFormat.Legacy;
    }

    /// <summary>The names of a project as it is, private ones left to the caller.</summary>
    public static NameMap Of(ProjectComposition composition)
    {
        var (fullNames, internals) = DeclaredNetworks(composition);
        var map = new NameMap(fullNames, internals, composition);
        foreach (var service in composition.Services)
        {
            var mode = service.NetworkMode;
            var own = new[] { service.Name, service.ContainerName, service.Hostname }.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            var container = new[] { service.ContainerName, service.Hostname }.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            var onBridge = mode == "bridge" || (mode is null && composition.Format == ComposeFormat.Legacy);
            map.stacks[service.Name] = new Stack(own, container, mode is null or "bridge" ? null : mode) { IsOnBridge = onBridge, Hostname = service.Hostname };
            if (ServiceReader.ServiceOf(mode) is not null)
            {
                map.sharing.Add(service.Name);
            }
        }

        foreach (var service in composition.Services.Where(service => service.NetworkMode is null && composition.Format == ComposeFormat.Current))
        {
            foreach (var network in service.Networks ?? [new ServiceNetwork(Default, [])])
            {
                map.Join(service.Name, network.Name);
                foreach (var alias in network.Aliases)
                {
                    map.AddAlias(service.Name, network.Name, alias);
                }
            }
        }

        return map;
    }

    /// <summary>The service whose network stack a service uses; null where that is the host's, none or not in the project.</summary>
    public string? OwnerOf(string service)
    {
        for (var step = 0; step <= stacks.Count && stacks.TryGetValue(service, out var stack); step++)
        {
            if (stack.Mode is null)
            {
                return service;
            }

            if (ServiceReader.ServiceOf(stack.Mode) is not { } next)
            {
                return null;
            }

            service = next;
        }

        return null;
    }

    /// <summary>True when a service is on Docker's default bridge, where only links have names.</summary>
    public bool IsOnBridge(string service) => stacks.TryGetValue(service, out var stack) && stack.IsOnBridge;

    /// <summary>The networks a service is on.</summary>
    public IReadOnlyCollection<string> Networks(string service) => stacks.TryGetValue(service, out var stack) ? stack.Networks.Keys : [];

    /// <summary>The services on a network.</summary>
    public IReadOnlyCollection<string> Members(string network) => members.TryGetValue(network, out var found) ? found : [];

    /// <summary>The services and networks that answer to a name in DNS.</summary>
    public IReadOnlyList<(string Service, string Network)> Answering(string name) => answering.TryGetValue(name, out var found) ? found : [];

    /// <summary>The private names spelt like a name, whatever the case.</summary>
    public IReadOnlyList<PrivateName> Private(string name) => privateByAlias.TryGetValue(name, out var found) ? found : [];

    /// <summary>True when two services can talk: a common network, the bridge, or one stack.</summary>
    public bool Meet(string a, string b) => a == b || (IsOnBridge(a) && IsOnBridge(b)) || Networks(a).Any(Networks(b).Contains);

    /// <summary>What a name leads to for a service.</summary>
    public NameAnswer Resolve(string consumer, string name)
    {
        if (OwnerOf(consumer) is not { } owner)
        {
            return NameAnswer.Nothing;
        }

        var stack = stacks[owner];
        var linked = LinkOf(stack, name) is { } link && Reached(owner, link) is { } target ? target : null;
        if (linked is not null && stack.IsOnBridge)
        {
            return new NameAnswer([linked], false);
        }

        // A container's own host name is in its hosts file, which is asked before Docker's DNS and so before the links of networks.
        if (stack.IsOwnHostname(name))
        {
            return new NameAnswer([owner], false);
        }

        return linked is null ? OnNetworks(owner, name) : new NameAnswer([linked], false);
    }

    /// <summary>What a name leads to on the networks of a network stack, whatever its owner's hosts file and links say.</summary>
    public NameAnswer OnNetworks(string owner, string name)
    {
        List<string>? first = null;
        var isAmbiguous = false;
        foreach (var network in Networks(owner))
        {
            var found = Answering(name).Where(answer => answer.Network == network).Select(answer => answer.Service).ToList();
            if (found.Count > 0)
            {
                isAmbiguous |= first is not null && !(first.Count == found.Count && found.TrueForAll(first.Contains));
                first ??= found;
            }
        }

        return first is null ? NameAnswer.Nothing : new NameAnswer(first, isAmbiguous);
    }

    /// <summary>True when the item of a private name leads to somebody.</summary>
    public bool Leads(PrivateName link) => OwnerOf(link.Consumer) is { } owner && Reached(owner, link) is not null;

    /// <summary>Every way a name is spelt in the project, whatever its case; the name itself first.</summary>
    public IEnumerable<string> Spellings(string name) =>
        Answering(name).SelectMany(answer => AllNames(answer.Service)).Concat(spelt.TryGetValue(name, out var links) ? links : [])
            .Where(spelling => string.Equals(spelling, name, StringComparison.OrdinalIgnoreCase)).Prepend(name).Distinct(StringComparer.Ordinal);

    /// <summary>Notes how a link spells a name: somebody may look it up so, even where that link itself leads nowhere.</summary>
    public void Spell(string name) => (spelt.TryGetValue(name, out var ways) ? ways : spelt[name] = new(StringComparer.Ordinal)).Add(name);

    /// <summary>The names a service has on its own: its service name, container name and host name.</summary>
    public IReadOnlyList<string> OwnNames(string service) => stacks.TryGetValue(service, out var stack) ? stack.Names : [];

    /// <summary>The names besides the alias that a link to a service gives on the bridge: those of the container.</summary>
    public IReadOnlyList<string> NamesOnBridge(string service) => stacks.TryGetValue(service, out var stack) ? stack.ContainerNames : [];

    /// <summary>All names a service answers to on any network.</summary>
    public IEnumerable<string> AllNames(string service) => stacks.TryGetValue(service, out var stack) ? stack.Names.Concat(stack.Networks.Values.SelectMany(aliases => aliases)) : [];

    /// <summary>The containers outside of the project that are known, by their keys.</summary>
    public IReadOnlyList<string> Outsiders => outsiders;

    /// <summary>The name a network has on the engine.</summary>
    public string FullName(string network) => fullNames.GetValueOrDefault(network) ?? $"{project}_{network}";

    /// <summary>Makes a network known that no file declares yet.</summary>
    public void Declare(OutsideNetwork network)
    {
        fullNames[network.Key] = network.Name;
        if (network.IsInternal)
        {
            internals.Add(network.Key);
        }
    }

    /// <summary>Adds a container outside of the project: it answers to names and asks for them as a service does, but is none.</summary>
    public void AddOutside(OutsideContainer container)
    {
        stacks[container.Key] = new Stack([container.Container.Name], [container.Container.Name], null) { IsOnBridge = container.IsOnBridge };
        outsiders.Add(container.Key);
    }

    /// <summary>Puts a service on a network; does nothing where it is on it already.</summary>
    public void Join(string service, string network)
    {
        var stack = stacks[service];
        if (!stack.Networks.TryAdd(network, []))
        {
            return;
        }

        stack.Order(Order);
        (members.TryGetValue(network, out var on) ? on : members[network] = new(StringComparer.Ordinal)).Add(service);
        foreach (var name in stack.Names)
        {
            Answer(name, service, network);
        }
    }

    /// <summary>Takes a service off a network.</summary>
    public void Leave(string service, string network)
    {
        var stack = stacks[service];
        if (stack.Networks.Remove(network, out var aliases))
        {
            members[network].Remove(service);
            foreach (var name in stack.Names.Concat(aliases))
            {
                Answering(name, out var list);
                list.Remove((service, network));
            }
        }
    }

    /// <summary>Takes a service off the bridge onto the default network.</summary>
    public void LeaveBridge(string service)
    {
        stacks[service].IsOnBridge = false;
        Join(service, Default);
    }

    /// <summary>Puts a service back on the bridge.</summary>
    public void ReturnToBridge(string service)
    {
        Leave(service, Default);
        stacks[service].IsOnBridge = true;
    }

    /// <summary>Takes a service away with all its names.</summary>
    public void Remove(string service)
    {
        foreach (var network in Networks(service).ToList())
        {
            Leave(service, network);
        }

        foreach (var link in stacks[service].Private.ToList())
        {
            Remove(link);
        }

        stacks.Remove(service);
    }

    /// <summary>Gives a service an alias on a network it is on; returns false where it answers to it there already.</summary>
    public bool AddAlias(string service, string network, string alias)
    {
        if (Answering(alias).Contains((service, network)))
        {
            return false;
        }

        stacks[service].Networks[network].Add(alias);
        Answer(alias, service, network);
        return true;
    }

    /// <summary>Takes an alias away again.</summary>
    public void RemoveAlias(string service, string network, string alias)
    {
        stacks[service].Networks[network].Remove(alias);
        answering[alias].Remove((service, network));
    }

    /// <summary>Gives a service a name for another one that is its own alone.</summary>
    public void Add(PrivateName link)
    {
        stacks[link.Consumer].Private.Add(link);
        (privateByAlias.TryGetValue(link.Alias, out var list) ? list : privateByAlias[link.Alias] = []).Add(link);
    }

    /// <summary>Takes a private name away.</summary>
    public int Remove(PrivateName link)
    {
        var list = stacks[link.Consumer].Private;
        var index = list.IndexOf(link);
        if (index >= 0)
        {
            list.RemoveAt(index);
            privateByAlias[link.Alias].Remove(link);
        }

        return index;
    }

    /// <summary>Puts a private name back where it was.</summary>
    public void Restore(PrivateName link, int index)
    {
        if (index >= 0)
        {
            stacks[link.Consumer].Private.Insert(index, link);
            privateByAlias[link.Alias].Add(link);
        }
    }

    /// <summary>The services that use a stack besides its owner.</summary>
    public IEnumerable<string> SharersOf(string owner) => sharing.Where(service => OwnerOf(service) == owner);

    // Of several links under one name the last counts, even where it leads nowhere; Compose v2 takes the first of those spelt alike on the bridge. On the bridge the names of links are in /etc/hosts, which is read without case, and with
    // them those of the container.
    private PrivateName? LinkOf(Stack stack, string name)
    {
        return stack.IsOnBridge
            ? (isLegacy ? stack.Private : stack.Private.DistinctBy(link => link.Alias)).LastOrDefault(HasAlias)
                ?? (stack.Private.FindLast(link => NamesOnBridge(link.Linked).Contains(name, StringComparer.OrdinalIgnoreCase)) is { Linked: var linked } link ? new PrivateName(link.Consumer, name, linked, linked) : null)
            : stack.Private.FindLast(link => link.Alias == name);

        bool HasAlias(PrivateName link) => string.Equals(link.Alias, name, StringComparison.OrdinalIgnoreCase);
    }

    // On a network a link needs an address of the linked container's own.
    private string? Reached(string owner, PrivateName link) =>
        OwnerOf(link.Target) is { } target && (IsOnBridge(owner) || target == link.Target) && Meet(owner, target) ? target : null;

    private void Answer(string name, string service, string network)
    {
        Answering(name, out var list);
        if (!list.Contains((service, network)))
        {
            list.Add((service, network));
        }
    }

    private void Answering(string name, out List<(string Service, string Network)> list)
    {
        if (!answering.TryGetValue(name, out var found))
        {
            answering[name] = found = [];
        }

        list = found;
    }

    // Networks without a way out are asked last.
    private string Order(string network) => (internals.Contains(network) ? "\uFFFF" : "") + FullName(network);

    private static (Dictionary<string, string> FullNames, HashSet<string> Internals) DeclaredNetworks(ProjectComposition composition)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var internals = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in composition.Files)
        {
            foreach (var entry in file.Model.Roots.Select(root => root.Get("networks")).OfType<Yaml.Syntax.YamlNode>().SelectMany(networks => file.Model.Resolve(networks).Entries.ToList()))
            {
                var value = file.Model.Resolve(entry.Value);
                var external = value.Get("external");
                if (value.Get("internal") is { Value: "true" })
                {
                    internals.Add(entry.Name);
                }

                if ((value.Get("name") ?? external?.Get("name")) is { IsScalar: true, Value.Length: > 0 } name)
                {
                    names[entry.Name] = name.Value;
                }
                else if (external is { IsScalar: true, Value: "true" })
                {
                    names[entry.Name] = entry.Name;
                }
            }
        }

        return (names, internals);
    }

    private sealed class Stack(IReadOnlyList<string> names, IReadOnlyList<string> containerNames, string? mode)
    {
        public IReadOnlyList<string> Names { get; } = names;

        public IReadOnlyList<string> ContainerNames { get; } = containerNames;

        public string? Mode { get; } = mode;

        public string? Hostname { get; init; }

        public bool IsOnBridge { get; set; }

        /// <summary>The networks, each with the aliases there, in the order their full names sort.</summary>
        public Dictionary<string, List<string>> Networks { get; private set; } = new(StringComparer.Ordinal);

        public List<PrivateName> Private { get; } = [];

        /// <summary>True for the host name of the service's own container, or its first label.</summary>
        public bool IsOwnHostname(string name) =>
            Hostname is { } own && (string.Equals(own, name, StringComparison.OrdinalIgnoreCase) || string.Equals(own.Split('.')[0], name, StringComparison.OrdinalIgnoreCase));

        public void Order(Func<string, string> fullName) =>
            Networks = Networks.OrderBy(pair => fullName(pair.Key), StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }
}
