using LspCompose.Analysis.Ambassadors;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.LinkEnvironment;

/// <summary>The images known to use their links without a word of it in the file.</summary>
internal static class ImplicitLinkReaders
{
    private const string SeleniumNode = "selenium/node-";

    private static readonly Dictionary<string, ImplicitLinkReader> Known = new ImplicitLinkReader[]
    {
        Variables("wurstmeister/kafka", "ZK_PORT_2181_TCP", "until April 2018", ["zk"], ["KAFKA_ZOOKEEPER_CONNECT"]),
        Variables("sameersbn/gitlab", "POSTGRESQL_PORT_5432_TCP_ADDR, MYSQL_PORT_3306_TCP_ADDR and REDISIO_PORT_6379_TCP_ADDR", null, ["postgresql", "mysql", "redisio"], ["DB_HOST"]),
        Variables("sameersbn/redmine", "POSTGRESQL_PORT_5432_TCP_ADDR and MYSQL_PORT_3306_TCP_ADDR", null, ["postgresql", "mysql"], ["DB_HOST"]),
        Variables("getsentry/onpremise", "POSTGRES_PORT_5432_TCP_ADDR and REDIS_PORT_6379_TCP_ADDR", "until November 2019", ["postgres", "redis"], ["SENTRY_POSTGRES_HOST"]),
        Variables("sentry", "POSTGRES_PORT_5432_TCP_ADDR and REDIS_PORT_6379_TCP_ADDR", "until November 2019", ["postgres", "redis"], ["SENTRY_POSTGRES_HOST"]),
        Variables("mattermost/platform", "DB_PORT_5432_TCP_ADDR", "until October 2017", ["db"], ["DB_HOST"]),
        Variables("mattermost/mattermost-prod-app", "DB_PORT_5432_TCP_ADDR", "until October 2017", ["db"], ["DB_HOST"]),
        Variables("wordpress", "MYSQL_PORT_3306_TCP", "in older versions", ["mysql"], ["WORDPRESS_DB_HOST"]),
        Variables("phpmyadmin", "MYSQL_PORT_3306_TCP_ADDR", "in older versions", [], ["PMA_HOST", "PMA_HOSTS"]),
        Variables("phpmyadmin/phpmyadmin", "MYSQL_PORT_3306_TCP_ADDR", "in older versions", [], ["PMA_HOST", "PMA_HOSTS"]),
        Variables("redmine", "POSTGRES_PORT_5432_TCP and MYSQL_PORT_3306_TCP", "in older versions", ["postgres", "mysql"], ["REDMINE_DB_POSTGRES", "REDMINE_DB_MYSQL"]),
        Balancer("dockercloud/haproxy"),
        Balancer("tutum/haproxy"),
        Balancer("eeacms/haproxy"),
        Balancer("rancher/load-balancer-service"),
        Balancer("rancher/lb-service-haproxy"),
    }.ToDictionary(reader => reader.Repository, StringComparer.Ordinal);

    /// <summary>Looks an image up, whatever its registry and case; null for one that needs no links.</summary>
    public static ImplicitLinkReader? Find(string image)
    {
        var repository = ImageReference.Repository(image);
        if (Known.TryGetValue(repository, out var known))
        {
            return known;
        }

        if (repository.StartsWith(SeleniumNode, StringComparison.Ordinal))
        {
            return Tag(image).StartsWith("4.", StringComparison.Ordinal) || Tag(image) == "4"
                ? null
                : Variables(repository, "HUB_PORT_4444_TCP_ADDR and HUB_PORT_4444_TCP_PORT", "in versions 2 and 3", ["hub"], ["HUB_HOST"]);
        }

        return AmbassadorImages.Find(image) is { ReadsLinkVariables: true }
            ? Variables(repository, "the *_PORT_*_TCP variables of every link", null, [], []) with { ExitsWithout = true }
            : null;
    }

    private static ImplicitLinkReader Variables(string repository, string reads, string? until, IReadOnlyList<string> aliases, IReadOnlyList<string> instead) =>
        new(repository, ImplicitLinkReaderKind.Variables, reads, until) { Aliases = aliases, Instead = instead };

    private static ImplicitLinkReader Balancer(string repository) => new(repository, ImplicitLinkReaderKind.LinksAsConfiguration, "its links as the services to balance", null);

    private static string Tag(string image) => image[(image.LastIndexOf('/') + 1)..].Split('@')[0].Split(':') is [_, var tag] ? tag.Trim() : "";
}
