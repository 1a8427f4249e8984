namespace LspCompose.Analysis.Ambassadors;

/// <summary>Says in words what an ambassador is, what it stands in front of and what to do about it.</summary>
internal static class AmbassadorText
{
    private const int MaxListed = 6;

    private const string AcrossHosts =
        "Where both hosts are yours, connect the containers directly: by an overlay network (Docker Swarm, 'driver: overlay' with 'attachable: true') or a VPN such as WireGuard.";

    /// <summary>The whole message. The obstacle is what keeps it from being removed automatically, null where nothing does.</summary>
    public static string Message(Ambassador ambassador, string? obstacle)
    {
        if (ambassador.Helps is { } main)
        {
            return $"Service '{ambassador.Service.Name}' is part of ambassador '{main.Name}': it leads the connections of others to it. Remove both together.";
        }

        string[] sentences =
        [
            Identity(ambassador),
            Fronts(ambassador),
            .. Defects(ambassador),
            .. obstacle is null && ambassador.Kind != AmbassadorKind.PortForwarder ? Removal(ambassador) : ByHand(ambassador, obstacle ?? ""),
            .. ambassador.HoldsEngine ? ["With it goes a container that holds the Docker socket, which is root on the host."] : Array.Empty<string>(),
        ];
        return string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
    }

    private static string Identity(Ambassador ambassador) =>
        $"Service '{ambassador.Service.Name}' {(ambassador.Certainty == AmbassadorCertainty.Medium ? "acts as" : "is")} an ambassador.";

    private static string Fronts(Ambassador ambassador)
    {
        if (ambassador.Kind == AmbassadorKind.ConsumerVariables)
        {
            var asked = ambassador.Consumers.SelectMany(consumer => consumer.Backends.Select(backend => $"'{consumer.Service.Name}' on port {backend.Port} to '{backend.Service?.Name ?? backend.Name}'")).ToList();
            return asked.Count == 0 ? "It connects others to what their BACKEND variables name." : $"It connects {Sentence.List(Short(asked))}.";
        }

        if (ambassador.Forwards.Count > 0)
        {
            return $"It passes {Sentence.List(Short([.. ambassador.Forwards.Select(Forwarded)]))}.";
        }

        var names = ambassador.Fronted.Count > 0 ? ambassador.Fronted.Select(service => service.Name) : ambassador.Targets.Select(target => target.Name);
        var list = Sentence.List(names.Distinct().Select(name => $"'{name}'"));
        return list.Length == 0 ? "It passes connections on for other services." : $"It stands in front of {list}.";
    }

    private static string Forwarded(AmbassadorForward forward) =>
        $"{(forward.Protocol == "udp" ? "UDP " : "")}port {Shown(forward.ListenPort)} on to '{forward.Service?.Name ?? forward.TargetHost}'{(forward.KeepsPort || forward.TargetPort == 0 ? "" : $", port {forward.TargetPort}")}";

    // A message is read, not searched.
    private static IEnumerable<string> Short(List<string> all) => all.Count <= MaxListed ? all : [.. all.Take(MaxListed - 1), $"{all.Count - MaxListed + 1} more"];

    private static string Shown(int port) => port == 0 ? "of a variable" : $"{port}";

    private static IEnumerable<string> Defects(Ambassador ambassador)
    {
        if (ambassador.IsDead)
        {
            yield return "It ends as soon as it starts: it looks for link variables, and on a user-defined network there are none.";
        }
        else if (ambassador.ReadsOnlyLinks)
        {
            yield return "It needs link variables, which Docker no longer sets from version 29 on.";
        }

        foreach (var forward in ambassador.Forwards)
        {
            var defect = forward.Problem switch
            {
                ForwardProblem.MaskedHost => $"'{forward.TargetHost}' is a placeholder and no address, so it reaches nothing: write the real one.",
                ForwardProblem.TrailingText => $"Behind the port of '{forward.TargetHost}' stands more text, which spoils the address: a comment begins with ' #'.",
                ForwardProblem.Incomplete => "Its target lacks the host or the port: write 'tcp://HOST:PORT'.",
                _ => "",
            };
            if (defect.Length > 0)
            {
                yield return defect;
            }
        }
    }

    private static string[] Removal(Ambassador ambassador) =>
    [
        "Services on one network reach each other by name, so it can go.",
        .. ambassador.Kind == AmbassadorKind.ContainerNames ? ["UDP works then too, which it never passed on."] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> ByHand(Ambassador ambassador, string obstacle) => ambassador switch
    {
        { IsEncrypted: true } =>
        [
            "It encrypts what it carries, so a plain network is no replacement: use an overlay network with the driver option 'encrypted', or a VPN such as WireGuard, and then remove it.",
        ],
        { Kind: AmbassadorKind.PortForwarder, Side: AmbassadorSide.Server } => [OnServerSide(ambassador)],
        { Kind: AmbassadorKind.PortForwarder, Side: AmbassadorSide.Client } => OnClientSide(ambassador),
        { Kind: AmbassadorKind.Registry } =>
        [
            "It asks a registry where its targets are; Docker's own DNS does that for services on one network. Put both sides on one network and use their service names.",
            AcrossHosts,
        ],
        { Kind: AmbassadorKind.ConsumerVariables } =>
        [
            "One name leads to several services by port there, which no network alias can do: name the services themselves in the addresses of the consumers, and put all on one network.",
        ],
        { Kind: AmbassadorKind.Unspecified } or { Certainty: AmbassadorCertainty.Medium } =>
        [
            "If it only passes connections on, remove it: services on one network reach each other by name, in both directions.",
        ],
        _ => [$"It has to be removed by hand: {obstacle}."],
    };

    private static string OnServerSide(Ambassador ambassador)
    {
        var backends = Sentence.List(ambassador.Fronted.Select(service => $"'{service.Name}'"));
        return ambassador.Service.Attribute("ports") is null
            ? $"Services on one network reach {backends} by name: let the consumers use {(ambassador.Fronted.Count == 1 ? "that name" : "those names")} and remove it."
            : $"Publish its ports on {backends} instead, and remove it.";
    }

    private static IEnumerable<string> OnClientSide(Ambassador ambassador)
    {
        var consumers = Sentence.List(ambassador.Consumers.Select(consumer => $"'{consumer.Service.Name}'"));
        var whom = consumers.Length == 0 ? "its consumers" : consumers;
        var name = ambassador.Links.Count > 0 ? ambassador.Links[0].Alias : ambassador.Service.Name;
        foreach (var forward in ambassador.Forwards.Where(forward => forward is { Service: null, Problem: ForwardProblem.None }).Take(1))
        {
            yield return forward switch
            {
                { IsAddress: true, KeepsPort: true } => $"Give {whom} 'extra_hosts: [\"{name}:{forward.TargetHost}\"]' and remove it.",
                { IsAddress: true } => $"Tell {whom} the address {forward.TargetHost}:{forward.TargetPort} and remove it; 'extra_hosts' cannot change the port.",
                _ => $"Tell {whom} the name '{forward.TargetHost}' and remove it, or keep a plain TCP proxy with the network alias '{name}'.",
            };
        }

        if (ambassador.Service.Attribute("ports") is not null)
        {
            yield return "Its own 'ports' publish the remote service on this host, which ends with it.";
        }

        yield return AcrossHosts;
    }
}
