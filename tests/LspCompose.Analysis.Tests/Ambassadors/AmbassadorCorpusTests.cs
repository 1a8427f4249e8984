namespace LspCompose.Analysis.Tests.Ambassadors;

/// <summary>What is detected in real files, each service judged by reading the file.</summary>
public sealed class AmbassadorCorpusTests
{
    private static readonly string[] Expected =
    [
        "amb-cbd-01-ambassadord-omnimode.yml: ambassador Certain",
        "amb-cbd-01-ambassadord-omnimode.yml: ambassadorips Certain",
        "amb-vv-02-first-ambassador.yml: ambassador Certain",
        "amb-vv-03-ambassador-full.yml: ambassador Certain",
        "derived-crlf-tabs-seed3.yml: ambassador Certain",
        "emb-davidmpaz-php-apache.yml: ambassador Certain",
        "emb-gitlab-jenkins-bridge.yml: ambassador Certain",
        "emb-hamba-ambassador.yml: redis Medium",
        "emb-siren-ambassador.yml: hello-world-ambassador Certain",
        "emb-sven-client-docstart.yml: redis_ambassador_client Certain",
        "emb-sven-client-list.yml: redis-ambassador Certain",
        "emb-sven-client-map.yml: redis_ambassador Certain",
        "emb-sven-comment-suffix.yml: ambassador Certain",
        "emb-sven-server.yml: redis_ambassador Certain",
        "emb-sven-spec-ports.yml: redis-ambassador Certain",
        "emb-sven-spec-ports.yml: redis-remote-ambassador Certain",
        "seed-test3.yml: ambassador Certain",
    ];

    // Gateways, load balancers, unlinked socat, a socket mounted beside links, circles without an ambassador.
    private static readonly string[] Traps =
    [
        "amb-vv-01-circular.yml",
        "amb-vv-04-after-human-fix.yml",
        "emb-datawire-ambassador.yml",
        "emb-dockercloud-haproxy.yml",
        "emb-edge-stack.yml",
        "emb-hamba-lb.yml",
        "emb-selenium-hub-alias.yml",
        "emb-socat-artifactory.yml",
        "emb-socat-deepslate.yml",
        "emb-socat-onionbit.yml",
        "kafka-fig.yml",
        "laradock-haproxy-fragment.yml",
        "rancher-lb-legacy.yml",
        "rc-droneworkers-socat.yml",
    ];

    [Fact]
    public void None_is_missed_and_no_other_service_is_taken_for_one()
    {
        var corpus = SharedData.Find("corpus");
        var files = Directory.EnumerateFiles(corpus, "*.y*ml").Order(StringComparer.Ordinal).ToList();
        Assert.All(Traps.Concat(Expected.Select(line => line.Split(':')[0])), name => Assert.True(File.Exists(Path.Combine(corpus, name)), $"{name} is gone."));
        var found = files.SelectMany(path => Detected.In(File.ReadAllText(path)).Select(ambassador => $"{Path.GetFileName(path)}: {Detected.Show(ambassador)}"));
        Assert.Equal(Expected, found);
    }
}
