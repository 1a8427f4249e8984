using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>Names of variables for a container: those its image is known to read.</summary>
internal static class EnvironmentNames
{
    private static readonly string[] Postgres = ["POSTGRES_PASSWORD", "POSTGRES_USER", "POSTGRES_DB", "POSTGRES_PASSWORD_FILE", "POSTGRES_INITDB_ARGS", "POSTGRES_HOST_AUTH_METHOD", "PGDATA"];

    // By what the last part of the image's name starts with.
    private static readonly (string Image, string[] Names)[] Known =
    [
        ("postgres", Postgres),
        ("postgis", Postgres),
        ("timescaledb", Postgres),
        ("pgvector", Postgres),
        ("mysql", ["MYSQL_ROOT_PASSWORD", "MYSQL_DATABASE", "MYSQL_USER", "MYSQL_PASSWORD", "MYSQL_RANDOM_ROOT_PASSWORD", "MYSQL_ALLOW_EMPTY_PASSWORD", "MYSQL_ROOT_PASSWORD_FILE"]),
        ("mariadb", ["MARIADB_ROOT_PASSWORD", "MARIADB_DATABASE", "MARIADB_USER", "MARIADB_PASSWORD", "MARIADB_RANDOM_ROOT_PASSWORD", "MARIADB_ROOT_PASSWORD_FILE"]),
        ("mongo", ["MONGO_INITDB_ROOT_USERNAME", "MONGO_INITDB_ROOT_PASSWORD", "MONGO_INITDB_DATABASE", "MONGO_INITDB_ROOT_PASSWORD_FILE"]),
        ("rabbitmq", ["RABBITMQ_DEFAULT_USER", "RABBITMQ_DEFAULT_PASS", "RABBITMQ_DEFAULT_VHOST"]),
        ("minio", ["MINIO_ROOT_USER", "MINIO_ROOT_PASSWORD"]),
        ("elasticsearch", ["discovery.type", "ES_JAVA_OPTS", "xpack.security.enabled", "ELASTIC_PASSWORD"]),
        ("grafana", ["GF_SECURITY_ADMIN_USER", "GF_SECURITY_ADMIN_PASSWORD", "GF_SERVER_ROOT_URL", "GF_INSTALL_PLUGINS"]),
        ("keycloak", ["KC_BOOTSTRAP_ADMIN_USERNAME", "KC_BOOTSTRAP_ADMIN_PASSWORD", "KC_DB", "KC_DB_URL", "KC_DB_USERNAME", "KC_DB_PASSWORD", "KC_HOSTNAME"]),
        ("wordpress", ["WORDPRESS_DB_HOST", "WORDPRESS_DB_USER", "WORDPRESS_DB_PASSWORD", "WORDPRESS_DB_NAME"]),
        ("influxdb", ["DOCKER_INFLUXDB_INIT_MODE", "DOCKER_INFLUXDB_INIT_USERNAME", "DOCKER_INFLUXDB_INIT_PASSWORD", "DOCKER_INFLUXDB_INIT_ORG", "DOCKER_INFLUXDB_INIT_BUCKET"]),
        ("neo4j", ["NEO4J_AUTH"]),
        ("registry", ["REGISTRY_STORAGE_DELETE_ENABLED", "REGISTRY_HTTP_SECRET"]),
        ("mssql", ["ACCEPT_EULA", "MSSQL_SA_PASSWORD", "MSSQL_PID"]),
    ];

    /// <summary>The names as keys.</summary>
    public static IEnumerable<Suggestion> AsKeys(CompletionContext context) =>
        Names(context).Select(name => new Suggestion(name, CompletionKind.Variable) { Rank = SuggestionRank.Common });

    /// <summary>The names as items of a list, with the sign their value follows.</summary>
    public static IEnumerable<Suggestion> AsItems(CompletionContext context)
    {
        var sign = context.Word.IndexOf('=', StringComparison.Ordinal);
        if (context.Position != CompletionPosition.Item || (sign >= 0 && context.Span.Start + sign < context.Offset))
        {
            return [];
        }

        var present = context.Siblings.Select(item => item.Split('=')[0]).ToHashSet(StringComparer.Ordinal);
        return Names(context).Where(name => !present.Contains(name)).Select(name => sign < 0
            ? new Suggestion(name, CompletionKind.Variable) { Text = name + "=", IsUnfinished = true, Rank = SuggestionRank.Common }
            : new Suggestion(name, CompletionKind.Variable) { Span = new TextSpan(context.Span.Start, context.Span.Start + sign), Rank = SuggestionRank.Common });
    }

    private static string[] Names(CompletionContext context) =>
        context.ServiceImage is { } image ? Known.FirstOrDefault(known => image.StartsWith(known.Image, StringComparison.OrdinalIgnoreCase)).Names ?? [] : [];
}
