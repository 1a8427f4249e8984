using LspCompose.Analysis.Features;
using LspCompose.Analysis.Tests.Projects;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Features;

/// <summary>Where the texts of a file lead.</summary>
public class TextLinksTests
{
    [Theory]
    [InlineData("nginx", "https://hub.docker.com/_/nginx")]
    [InlineData("nginx:1.27@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "https://hub.docker.com/_/nginx")]
    [InlineData("library/nginx:1", "https://hub.docker.com/_/nginx")]
    [InlineData("docker.io/library/nginx", "https://hub.docker.com/_/nginx")]
    [InlineData("grafana/grafana:11.0.0", "https://hub.docker.com/r/grafana/grafana")]
    [InlineData("docker.io/grafana/grafana", "https://hub.docker.com/r/grafana/grafana")]
    [InlineData("ghcr.io/owner/some/image:main", "https://ghcr.io/owner/some/image")]
    [InlineData("mcr.microsoft.com/dotnet/sdk:10.0", "https://mcr.microsoft.com/artifact/mar/dotnet/sdk")]
    [InlineData("quay.io/keycloak/keycloak", "https://quay.io/repository/keycloak/keycloak")]
    [InlineData("gcr.io/distroless/static-debian12:nonroot", "https://console.cloud.google.com/gcr/images/distroless/GLOBAL/static-debian12")]
    [InlineData("eu.gcr.io/project/a/b", "https://console.cloud.google.com/gcr/images/project/EU/a/b")]
    [InlineData("public.ecr.aws/docker/library/redis:7", "https://gallery.ecr.aws/docker/library/redis")]
    [InlineData("123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app:2", "https://eu-west-1.console.aws.amazon.com/ecr/repositories/private/123456789012/team/app?region=eu-west-1")]
    [InlineData("nginx:${TAG}", "https://hub.docker.com/_/nginx")]
    [InlineData("${OWNER:-grafana}/grafana", "https://hub.docker.com/r/grafana/grafana")]
    public void An_image_leads_to_its_page(string image, string url) => Assert.Equal([(image, url)], Links($"services:\n  web:\n    image: \"{image}\"\n"));

    [Theory]
    [InlineData("localhost:5000/app")]
    [InlineData("registry.example.com/team/app:1")]
    [InlineData("ghcr.io/owner")]
    [InlineData("a/b/c")]
    [InlineData("Nginx")]
    [InlineData("${REGISTRY}/app")]
    [InlineData("${IMAGE}")]
    [InlineData("x.dkr.ecr.amazonaws.com/app")]
    public void An_image_of_a_registry_nobody_knows_leads_nowhere(string image) => Assert.Empty(Links($"services:\n  web:\n    image: \"{image}\"\n"));

    [Fact]
    public void Variables_of_the_project_count()
    {
        var workspace = new MemoryFiles(("/p/compose.yaml", "services:\n  web:\n    image: ${OWNER}/app\n    env_file: $DIR/web.env\n"), ("/p/.env", "OWNER=team\nDIR=conf\n")).OpenAll("/p/compose.yaml");
        Assert.Equal(["https://hub.docker.com/r/team/app", "/p/conf/web.env"], TextLinks.Of(workspace, "/p/compose.yaml", TestContext.Current.CancellationToken).Select(link => link.Url ?? link.Path));
    }

    [Fact]
    public void Models_lead_to_their_pages() => Check(
        "models:\n  a: {model: <[ai/smollm2:360M]>}\n  b: {model: <[hf.co/Qwen/Qwen3-0.6B:Q8_0]>}\n  c: {model: other.example/x/y}\n",
        "https://hub.docker.com/r/ai/smollm2",
        "https://huggingface.co/Qwen/Qwen3-0.6B");

    [Fact]
    public void Files_open_from_the_projects_folder() => Check(
        """
        include:
          - <[../other/compose.yaml]>
          - path: [<[a.yaml]>, '<[./b.yaml]>']
            project_directory: <[sub]>
            env_file: <[a.env]>
        services:
          web:
            build: <[./web]>
            env_file:
              - <[web.env]>
              - path: "<[./more.env]>"
            label_file: <[labels]>
            extends: {file: <[base.yaml]>, service: base}
            volumes:
              - <[./data]>:/data:ro
              - data:/named
              - /var/run/docker.sock:/x
              - {type: bind, source: <[../conf]>, target: /conf}
              - {type: volume, source: data, target: /d}
            develop:
              watch:
                - {path: <[src]>, action: sync, target: /src}
            devices: [/dev/sda:/dev/sda]
            blkio_config: {device_read_bps: [{path: /dev/sda, rate: 1mb}]}
          api:
            build:
              context: <[api]>
              dockerfile: <[docker/api.Dockerfile]>
              additional_contexts:
                lib: <[../lib]>
                base: service:web
        configs:
          c: {file: <[./c.conf]>}
        secrets:
          s: {file: <[~/s.txt]>}
        volumes:
          data: {driver: local, driver_opts: {type: none, o: bind, device: <[./store]>}}
        """.Replace("/var/run/docker.sock", "<[/var/run/docker.sock]>", StringComparison.Ordinal),
        "/w/other/compose.yaml",
        "/w/p/a.yaml",
        "/w/p/b.yaml",
        "/w/p/sub",
        "/w/p/a.env",
        "/w/p/web/Dockerfile",
        "/w/p/web.env",
        "/w/p/more.env",
        "/w/p/labels",
        "/w/p/base.yaml",
        "/w/p/data",
        "/var/run/docker.sock",
        "/w/conf",
        "/w/p/src",
        "/w/p/api",
        "/w/p/api/docker/api.Dockerfile",
        "/w/lib",
        "/w/p/c.conf",
        "/home/me/s.txt",
        "/w/p/store");

    [Fact]
    public void Build_contexts_elsewhere_lead_to_their_address_where_there_is_a_page() => Check(
        """
        services:
          a: {build: "<[https://github.com/owner/repo.git#main:docker]>"}
          b: {build: {context: git@github.com:owner/repo.git, dockerfile: x}}
          c: {build: {context: <[.]>, dockerfile_inline: FROM x, additional_contexts: [base=<[docker-image://alpine:3]>, lib=<[./lib]>]}}
        """,
        "https://github.com/owner/repo.git#main:docker",
        "/w/p",
        "https://hub.docker.com/_/alpine",
        "/w/p/lib");

    [Fact]
    public void Files_in_included_files_open_from_the_folder_of_the_include()
    {
        var files = new MemoryFiles(
            ("/p/compose.yaml", "include:\n  - path: parts/a.yaml\n    project_directory: other\n  - parts/b.yaml\n"),
            ("/p/parts/a.yaml", "services:\n  a: {image: x, env_file: a.env}\n"),
            ("/p/parts/b.yaml", "services:\n  b: {image: x, env_file: b.env}\n"));
        var workspace = files.OpenAll("/p/compose.yaml", "/p/parts/a.yaml", "/p/parts/b.yaml");
        Assert.Equal(["/p/other/a.env"], Paths("/p/parts/a.yaml"));
        Assert.Equal(["/p/parts/b.env"], Paths("/p/parts/b.yaml"));

        IEnumerable<string> Paths(string path) => TextLinks.Of(workspace, path, TestContext.Current.CancellationToken).Select(link => link.Path).OfType<string>();
    }

    [Fact]
    public void Rules_in_comments_lead_to_their_pages()
    {
        var link = Assert.Single(TextLinks.Of(Workspace.Empty.WithFile("f", SourceText.From("services:\n  web: {links: [db]} # lspcompose: ignore deprecated-link no-such-rule\n")), "f", TestContext.Current.CancellationToken));
        Assert.EndsWith("docs/rules/deprecated-link.md", link.Url, StringComparison.Ordinal);
        Assert.Equal("deprecated-link".Length, link.Span.Length);
    }

    [Fact]
    public void The_first_format_has_links_too() => Check(
        "web:\r\n  build: <[web]>\r\n  dockerfile: <[é.Dockerfile]>\r\n  volumes: ['<[./ü]>:/x']\r\ndb:\r\n  image: <[postgres]>\r\n",
        "/w/p/web",
        "/w/p/web/é.Dockerfile",
        "/w/p/ü",
        "https://hub.docker.com/_/postgres");

    [Fact]
    public void A_broken_file_keeps_its_links() => Check(
        "services:\n  web:\n    image: <[nginx]>\n    ports: [\n  db:\n    image: <[redis]>\n    env_file: <[x.env]>\n    dep\n",
        "https://hub.docker.com/_/nginx",
        "https://hub.docker.com/_/redis",
        "/w/p/x.env");

    private static void Check(string marked, params string[] expected)
    {
        const string Path = "/w/p/compose.yaml";
        var (text, spans) = Markers.Ranges(marked);
        var settings = AnalysisSettings.Default with { Environment = new Dictionary<string, string> { ["HOME"] = "/home/me" } };
        var links = TextLinks.Of(Workspace.Empty.WithFile(Path, SourceText.From(text)).WithSettings(settings), Path, TestContext.Current.CancellationToken);
        Assert.Equal(spans.Zip(expected, (span, target) => (text[span.Start..span.End], target)), links.Select(link => (text[link.Span.Start..link.Span.End], link.Url ?? link.Path ?? "")));
        Assert.Equal(spans, links.Select(link => link.Span));
    }

    private static IEnumerable<(string, string)> Links(string text) =>
        TextLinks.Of(Workspace.Empty.WithFile("f", SourceText.From(text)), "f", TestContext.Current.CancellationToken).Select(link => (text[link.Span.Start..link.Span.End], link.Url ?? ""));
}
