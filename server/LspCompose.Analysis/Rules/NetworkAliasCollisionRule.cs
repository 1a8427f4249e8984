using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Rules;

/// <summary>A name that stands for two services on one network.</summary>
internal sealed class NetworkAliasCollisionRule : Rule
{
    public override string Id => "network-alias-collision";

    public override RuleCategory Category => RuleCategory.Consistency;

    public override Severity DefaultSeverity => Severity.Warning;

    public override string Title => "A name leads to two services on one network.";

    public override string Explanation =>
        """
        On a network a service answers to its name, its `container_name`, its `hostname` and its `aliases` there. An alias is added to what has that name
        already, it does not replace it: when service `proxy` has the alias `db` next to a service `db`, then `db` leads to either of them, by turns, for everybody
        on that network. Case makes no difference.

        Give the alias another name, or put it on a network the other service is not on. An alias two services share on purpose, to spread requests over
        both, is only pointed out; services that no profile has run together are not compared.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            networks: [app]
          db:
            image: postgres
            networks: [app]
          pooler:
            image: edoburu/pgbouncer
            networks:
              app:
                aliases: [db]

        networks:
          app:
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
            networks: [app]
          db:
            image: postgres
            networks: [app]
          pooler:
            image: edoburu/pgbouncer
            networks:
              app:
                aliases: [db-pool]

        networks:
          app:
        """;

    internal override void Check(RuleContext context)
    {
        if (WholeProject.Of(context, NetworkMembers.Keys) is not { } project)
        {
            return;
        }

        var members = NetworkMembers.Of(project);
        var names = members
            .SelectMany(member => member.Names.SelectMany(name => Networks(member, name).Select(network => (Member: member, Name: name, Network: network.Key, Written: network.Value))))
            .ToLookup(entry => (entry.Network, entry.Name.Name.ToUpperInvariant()));
        var reported = new HashSet<SourcePlace>();
        foreach (var group in names.Where(group => group.Skip(1).Any()))
        {
            var seen = new List<(NetworkMember Member, NetworkName Name)>();
            foreach (var (member, name, _, network) in group.OrderBy(entry => entry.Name.Kind == NetworkNameKind.Service ? 0 : 1))
            {
                var others = seen.Where(other => other.Member != member && other.Member.RunsWith(member)).ToList();
                if (others.Count > 0 && name.Kind != NetworkNameKind.Service && name.Place.Path == context.File.Path && !reported.Contains(name.Place) && Problem(member, name, network, others[0]) is { } problem)
                {
                    reported.Add(name.Place);
                    context.Report(problem);
                }

                seen.Add((member, name));
            }
        }
    }

    // Docker gives the names of a service on each of its networks.
    private static IEnumerable<KeyValuePair<string, string>> Networks(NetworkMember member, NetworkName name) =>
        (member.Networks ?? new Dictionary<string, string>()).Where(network => name.Network is null || name.Network == network.Key);

    private Problem? Problem(NetworkMember member, NetworkName name, string network, (NetworkMember Member, NetworkName Name) other)
    {
        var what = name.Kind switch
        {
            NetworkNameKind.Container => "Container name",
            NetworkNameKind.Host => "Host name",
            _ => "Alias",
        };
        var related = new[] { new RelatedLocation(other.Name.Place.Path, other.Name.Place.Span, $"Service '{other.Member.Name}' answers to it too") };
        if (other.Name.Kind == NetworkNameKind.Service)
        {
            return new Problem(Id, name.Place, $"{what} '{name.Name}' of service '{member.Name}' is also the name of service '{other.Member.Name}' on network '{network}', so it leads to either of them. Choose another name.") { Related = related };
        }

        // Host names and container names that meet are somebody's own business.
        return name.Kind == NetworkNameKind.Alias && other.Name.Kind == NetworkNameKind.Alias
            ? new Problem(Id, name.Place, $"Services '{other.Member.Name}' and '{member.Name}' share the alias '{name.Name}' on network '{network}', so it leads to either of them. Choose another name unless requests are meant to be spread over both.")
            {
                Related = related,
                Severity = Severity.Info,
            }
            : null;
    }
}
