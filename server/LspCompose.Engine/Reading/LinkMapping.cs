using Docker.DotNet.Models;
using LspCompose.Analysis.Engines;

namespace LspCompose.Engine.Reading;

/// <summary>The links of a container that somebody wrote, without those Compose adds to each.</summary>
/// <remarks>
/// For <c>links: [db]</c> Compose 2 makes the aliases <c>db</c>, <c>db-1</c> and <c>shop-db-1</c>, on every network of the container; Compose 1 makes <c>db</c>,
/// <c>db_1</c> and <c>shop_db_1</c>, or the container's own name in place of the last two.
/// </remarks>
internal static class LinkMapping
{
    /// <summary>Maps the links of one container.</summary>
    public static IReadOnlyList<ContainerLink> Of(ContainerInspectResponse container, EngineContainer mapped)
    {
        var onBridge = (container.HostConfig?.Links ?? []).Select(OfBridge);
        var onNetworks = (container.NetworkSettings?.Networks?.Values ?? []).SelectMany(network => network?.Links ?? []).Select(OfNetwork);
        var all = onBridge.Concat(onNetworks).Where(link => link.Target.Length > 0).Distinct();
        return mapped.Project is null ? [.. all] : [.. all.GroupBy(link => link.Target).SelectMany(group => Written(group.Key, [.. group], mapped))];
    }

    private static IEnumerable<ContainerLink> Written(string target, List<ContainerLink> links, EngineContainer container)
    {
        // "docker compose run" links a container to those of its own service, which no file can ask for.
        if (container is { IsOneOff: true, Service: { } service } && links.Exists(link => link.Alias == service))
        {
            return [];
        }

        var aliases = links.Select(link => link.Alias).ToHashSet(StringComparer.Ordinal);
        var written = links.Where(link => link.Alias != target && !IsNumbered(link.Alias, container.Project ?? "", target, aliases)).ToList();

        // An external link without an alias is one by the target's own name, and nothing is added to it.
        return written.Count > 0 ? written : links;
    }

    // "db-1" beside "shop-db-1", in either order.
    private static bool IsNumbered(string alias, string project, string target, HashSet<string> aliases)
    {
        foreach (var separator in (char[])['-', '_'])
        {
            var prefix = $"{project}{separator}";
            var (plain, whole) = alias.StartsWith(prefix, StringComparison.Ordinal) ? (alias[prefix.Length..], alias) : (alias, prefix + alias);
            if (EndsInNumber(plain, separator) && (whole == target || (aliases.Contains(plain) && aliases.Contains(whole))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsInNumber(string alias, char separator) =>
        alias.LastIndexOf(separator) is > 0 and var at && at < alias.Length - 1 && alias.AsSpan(at + 1).IndexOfAnyExceptInRange('0', '9') < 0;

    // "/target:/me/alias"
    private static ContainerLink OfBridge(string link)
    {
        var (target, alias) = Split(link);
        return new ContainerLink(target.TrimStart('/'), alias[(alias.LastIndexOf('/') + 1)..]);
    }

    private static ContainerLink OfNetwork(string link)
    {
        var (target, alias) = Split(link);
        return new ContainerLink(target.TrimStart('/'), alias);
    }

    private static (string Target, string Alias) Split(string link) =>
        link.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? (link[..colon], link[(colon + 1)..]) : (link, link);
}
