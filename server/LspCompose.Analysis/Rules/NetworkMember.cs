using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Rules;

/// <summary>
/// A service of a project as its networks see it. <see cref="Networks"/> are those it reaches others on, by the name the engine knows them by, each with the
/// project's own name for it; null where that is not known, for instance on the host's network. <see cref="Names"/> are what Docker's DNS answers for it.
/// </summary>
internal sealed record NetworkMember(ConfigEntry Service, ConfigMapping Body, IReadOnlyDictionary<string, string>? Networks, IReadOnlyList<NetworkName> Names)
{
    /// <summary>The service's name.</summary>
    public string Name => Service.Key;

    /// <summary>True when two services are on one network.</summary>
    public bool Shares(NetworkMember other) => Networks is { } own && other.Networks is { } others && own.Keys.Any(others.ContainsKey);

    /// <summary>True when the service answers to a name on a network the other one is on.</summary>
    public bool Answers(string name, NetworkMember other) => Names.Any(own =>
        string.Equals(own.Name, name, StringComparison.OrdinalIgnoreCase) && other.Networks is { } networks && (own.Network is { } network ? networks.ContainsKey(network) : Shares(other)));

    /// <summary>True when some profile may have both services run.</summary>
    public bool RunsWith(NetworkMember other)
    {
        var (own, others) = (Profiles(this), Profiles(other));
        return own.Count == 0 || others.Count == 0 || own.Intersect(others, StringComparer.Ordinal).Any();
    }

    private static List<string> Profiles(NetworkMember member) =>
        member.Body.Get("profiles") is ConfigSequence list ? [.. list.Items.OfType<ConfigScalar>().Select(item => item.Display)] : [];
}
