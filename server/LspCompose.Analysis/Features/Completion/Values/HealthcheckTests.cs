namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>Commands that tell whether a container works, by its image.</summary>
internal static class HealthcheckTests
{
    // By what the last part of the image's name starts with. A `$$` leaves the variable to the container's shell.
    private static readonly (string Image, string Command)[] Known =
    [
        ("postgres", "pg_isready -U \"$${POSTGRES_USER:-postgres}\""),
        ("postgis", "pg_isready -U \"$${POSTGRES_USER:-postgres}\""),
        ("timescaledb", "pg_isready -U \"$${POSTGRES_USER:-postgres}\""),
        ("pgvector", "pg_isready -U \"$${POSTGRES_USER:-postgres}\""),
        ("redis", "redis-cli ping | grep PONG"),
        ("valkey", "valkey-cli ping | grep PONG"),
        ("mysql", "mysqladmin ping -h 127.0.0.1 -p\"$$MYSQL_ROOT_PASSWORD\" --silent"),
        ("mariadb", "healthcheck.sh --connect --innodb_initialized"),
        ("rabbitmq", "rabbitmq-diagnostics -q ping"),
        ("mongo", "mongosh --quiet --eval \"db.adminCommand('ping').ok\" | grep 1"),
        ("elasticsearch", "curl -fsS \"http://localhost:9200/_cluster/health?wait_for_status=yellow&timeout=5s\""),
        ("opensearch", "curl -fsS http://localhost:9200/_cluster/health"),
        ("nginx", "curl -fsS http://localhost/"),
        ("httpd", "curl -fsS http://localhost/"),
        ("caddy", "wget -q --spider http://localhost/"),
        ("traefik", "traefik healthcheck --ping"),
        ("memcached", "nc -z localhost 11211"),
        ("minio", "mc ready local"),
        ("vault", "vault status"),
        ("consul", "consul members"),
        ("etcd", "etcdctl endpoint health"),
        ("kafka", "kafka-broker-api-versions --bootstrap-server localhost:9092"),
        ("zookeeper", "echo ruok | nc localhost 2181 | grep imok"),
        ("keycloak", "exec 3<>/dev/tcp/localhost/9000 && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q UP <&3"),
        ("grafana", "wget -q --spider http://localhost:3000/api/health"),
        ("prometheus", "wget -q --spider http://localhost:9090/-/healthy"),
        ("influxdb", "influx ping"),
        ("nats", "wget -q --spider http://localhost:8222/healthz"),
        ("clickhouse", "clickhouse-client --query 'SELECT 1'"),
        ("cassandra", "cqlsh -e 'describe cluster'"),
        ("neo4j", "wget -q --spider http://localhost:7474"),
        ("localstack", "curl -fsS http://localhost:4566/_localstack/health"),
        ("mailpit", "/mailpit readyz"),
    ];

    private static readonly string[] General = ["curl -fsS http://localhost:8080/health", "wget -q --spider http://localhost:8080/health", "nc -z localhost 8080"];

    /// <summary>The command for an image by the last part of its name; null for an image that is not known.</summary>
    public static string? For(string image) => Known.FirstOrDefault(known => image.StartsWith(known.Image, StringComparison.OrdinalIgnoreCase)).Command;

    /// <summary>Tests for the service's image first, then those many images could pass.</summary>
    public static IEnumerable<Suggestion> Of(CompletionContext context)
    {
        var isList = context.Position == CompletionPosition.Item;
        if (isList && IsFirst(context))
        {
            // The words CMD, CMD-SHELL and NONE come from the schema.
            yield break;
        }

        var image = context.ServiceImage;
        foreach (var command in (image is not null && For(image) is { } known ? General.Prepend(known) : General).Where(command => !isList || FirstItem(context) == "CMD-SHELL"))
        {
            yield return new Suggestion(command, CompletionKind.Value) { Rank = command == General[0] ? SuggestionRank.Rare : SuggestionRank.Common, Detail = command.StartsWith("curl", StringComparison.Ordinal) ? "needs curl in the image" : "" };
        }
    }

    private static bool IsFirst(CompletionContext context) => FirstItem(context) is null;

    private static string? FirstItem(CompletionContext context) =>
        context.Place?.Parent?.Value is { IsSequence: true } list && list.Items.Count > 1 && list.Items[0].Value is { IsScalar: true } first && first.FullSpan.End <= context.Span.Start ? first.Value : null;
}
