using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Fixes;
using LspCompose.Analysis.Projects;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Rules;

/// <summary>A service that is told to connect to one it shares no network with.</summary>
internal sealed class UnreachableHostRule : Rule
{
    public override string Id => "unreachable-host";

    public override RuleCategory Category => RuleCategory.Consistency;

    public override Severity DefaultSeverity => Severity.Warning;

    public override string Title => "A service is to connect to another one that is on none of its networks.";

    public override string Explanation =>
        """
        Services find each other by name only on a network both are on. A service that lists `networks` is on those alone: it leaves the `default` network, where
        services that list none are. So `DB_HOST: db` fails with an unknown host when `web` is on `front` and `db` on `back`, though both run.

        Put both on one network. Looked at are addresses (`postgres://db:5432/app`), hosts with a port (`db:5432`), variables whose name says that they hold
        a host (`DB_HOST`, `KAFKA_BOOTSTRAP_SERVERS`) and options (`--host db`) in `environment`, `command`, `entrypoint` and `healthcheck`, as far as they are written in
        the service itself. Services on the host's network, with `links`, `extra_hosts` or a `dns` of their own may reach others in other ways and are not judged there.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: example/web
            environment:
              DATABASE_URL: postgres://app@db:5432/app
            networks:
              - front
          db:
            image: postgres
            networks:
              - back

        networks:
          front:
          back:
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: example/web
            environment:
              DATABASE_URL: postgres://app@db:5432/app
            networks:
              - front
              - back
          db:
            image: postgres
            networks:
              - back

        networks:
          front:
          back:
        """;

    internal override void Check(RuleContext context)
    {
        // Without more than one network everybody reaches everybody.
        if (context.Workspace.Projects.For(context.File.Path).Model.Get("networks") is not ConfigMapping { Entries.Count: > 0 } || WholeProject.Of(context, NetworkMembers.Keys) is not { } project)
        {
            return;
        }

        var members = NetworkMembers.Of(project);
        foreach (var consumer in members)
        {
            if (context.File.Model.Find(consumer.Name) is { } own && Unreachable(consumer, members) is { Count: > 0 } unreachable)
            {
                Check(context, consumer, own.Entry.Span, unreachable);
            }
        }
    }

    private static void Check(RuleContext context, NetworkMember consumer, TextSpan own, Dictionary<string, NetworkMember> unreachable)
    {
        var reported = new HashSet<TextSpan>();
        foreach (var (scalar, mention) in Mentions(consumer.Body))
        {
            // What services share through anchors, files or bases need not concern each of them.
            if (unreachable.TryGetValue(mention.Name, out var target) && scalar.Place.Path == context.File.Path && own.Contains(scalar.Place.Span) && Place(context.File, scalar, mention, reported) is { } span)
            {
                reported.Add(span);
                Report(context, consumer, target, mention.Name, span);
            }
        }
    }

    private static void Report(RuleContext context, NetworkMember consumer, NetworkMember target, string name, TextSpan span)
    {
        var whom = string.Equals(name, target.Name, StringComparison.OrdinalIgnoreCase) ? $"service '{target.Name}'" : $"'{name}' (service '{target.Name}')";
        var file = context.File;
        context.Report(
            span,
            $"Service '{consumer.Name}' cannot reach {whom}: '{consumer.Name}' is on {Networks(consumer)}, '{target.Name}' on {Networks(target)}. Put both on one network.",
            related: [new RelatedLocation(target.Service.KeyPlace.Path, target.Service.KeyPlace.Span, $"Service '{target.Name}'")],
            fixes: () => [.. (target.Networks?.Values ?? []).Order(StringComparer.Ordinal).SelectMany(network => NetworkFixes.Join(file, consumer.Name, network))]);
    }

    private static string Networks(NetworkMember member) => $"network{(member.Networks?.Count > 1 ? "s" : "")} {Sentence.List((member.Networks?.Values ?? []).Select(network => $"'{network}'"))}";

    /// <summary>The names that mean a service on none of the consumer's networks, and nothing else to the consumer.</summary>
    private static Dictionary<string, NetworkMember> Unreachable(NetworkMember consumer, IReadOnlyList<NetworkMember> members)
    {
        var result = new Dictionary<string, NetworkMember>(StringComparer.OrdinalIgnoreCase);
        if (consumer.Networks is not { Count: > 0 } || consumer.Body.Get("dns") is not null)
        {
            return result;
        }

        var known = OtherWays(consumer.Body);
        foreach (var target in members)
        {
            if (target == consumer || target.Networks is not { Count: > 0 } || target.Shares(consumer))
            {
                continue;
            }

            foreach (var name in target.Names.Where(name => name.Kind != NetworkNameKind.Host).Select(name => name.Name))
            {
                if (!known.Contains(name) && !known.Contains(target.Name) && !members.Any(other => other.Answers(name, consumer)))
                {
                    result.TryAdd(name, target);
                }
            }
        }

        return result;
    }

    // Both sides of links, and the hosts written into the container's own table.
    private static HashSet<string> OtherWays(ConfigMapping service)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in Texts(service.Get("links")).Concat(Texts(service.Get("external_links"))))
        {
            names.UnionWith((item.Text ?? "").Split(':'));
        }

        foreach (var item in Texts(service.Get("extra_hosts")))
        {
            names.Add((item.Text ?? "").Split('=', ':')[0]);
        }

        return names;
    }

    private static IEnumerable<(ConfigScalar Scalar, HostMention Host)> Mentions(ConfigMapping service)
    {
        foreach (var entry in service.Get("environment") is ConfigMapping environment ? environment.Entries : [])
        {
            if (entry.Value is ConfigScalar { Text: { } value } scalar)
            {
                foreach (var host in HostMentions.InVariable(entry.Key, value))
                {
                    yield return (scalar, host);
                }
            }
        }

        foreach (var command in new[] { service.Get("entrypoint"), service.Get("command"), (service.Get("healthcheck") as ConfigMapping)?.Get("test") })
        {
            var words = Texts(command).ToList();
            foreach (var (word, host) in HostMentions.InCommand([.. words.Select(word => word.Text ?? "")]))
            {
                yield return (words[word], host);
            }
        }
    }

    /// <summary>Where a host stands in the file. The words of a command written as one line know only the line, so it is looked for there.</summary>
    private static TextSpan? Place(ComposeFile file, ConfigScalar scalar, HostMention mention, HashSet<TextSpan> reported)
    {
        if (scalar.Origin is not null)
        {
            var span = scalar.PlaceOf(mention.Span).Span;
            return reported.Contains(span) ? null : span;
        }

        var place = scalar.Place.Span;
        var text = file.Text.Slice(place);
        for (var at = text.IndexOf(mention.Name, StringComparison.Ordinal); at >= 0;)
        {
            var end = at + mention.Name.Length;
            var span = new TextSpan(place.Start + at, place.Start + end);
            if ((at == 0 || !IsNamePart(text[at - 1])) && (end == text.Length || !IsNamePart(text[end])) && !reported.Contains(span))
            {
                return span;
            }

            var next = text[end..].IndexOf(mention.Name, StringComparison.Ordinal);
            at = next < 0 ? -1 : end + next;
        }

        return reported.Contains(place) ? null : place;
    }

    private static bool IsNamePart(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.';

    private static IEnumerable<ConfigScalar> Texts(ConfigNode? node) => node is ConfigSequence list ? list.Items.OfType<ConfigScalar>().Where(item => item.Text is not null) : [];
}
