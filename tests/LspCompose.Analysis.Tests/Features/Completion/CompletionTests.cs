using LspCompose.Analysis.Features.Completion;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Features.Completion;

public sealed class CompletionTests
{
    [Theory]

    // Keys: a space for what stands beside them, an indented line for what stands below.
    [InlineData("services:\n  web:\n    ima<|>\n", "image", "services:\n  web:\n    image: \n")]
    [InlineData("services:\n  web:\n    ima<|>ge: x\n", "image", "services:\n  web:\n    image: x\n")]
    [InlineData("services:\n  web:\n    ima<|>ge : x\n", "image", "services:\n  web:\n    image : x\n")]
    [InlineData("services:\n  web:\n    <|>\n    image: x\n", "ports", "services:\n  web:\n    ports:\n      - \n    image: x\n")]
    [InlineData("services:\r\n  web:\r\n    por<|>\r\n", "ports", "services:\r\n  web:\r\n    ports:\r\n      - \r\n")]
    [InlineData("services:\n    web:\n        hea<|>\n", "healthcheck", "services:\n    web:\n        healthcheck:\n            \n")]
    [InlineData("services:\n  web:\n    restart<|> # why\n", "restart", "services:\n  web:\n    restart:  # why\n")]
    [InlineData("ser<|>", "services", "services:\n  ")]
    [InlineData("services: {web: {ima<|>}}\n", "image", "services: {web: {image: }}\n")]
    [InlineData("services: {web: {por<|>}}\n", "ports", "services: {web: {ports: }}\n")]
    [InlineData("services:\n  web:\n    \"ima<|>\": x\n", "image", "services:\n  web:\n    \"image\": x\n")]
    [InlineData("services:\n  web:\n    ports:\n      - tar<|>\n", "target", "services:\n  web:\n    ports:\n      - target: \n")]
    [InlineData("services:\n  web:\n    volumes:\n      - bi<|>\n", "bind", "services:\n  web:\n    volumes:\n      - bind:\n          \n")]
    [InlineData("services:\n  web:\n    volumes:\n      -<|>\n", "bind", "services:\n  web:\n    volumes:\n      - bind:\n          \n")]

    // Values: quotes where YAML would read something else, a space or a dash where one is missing.
    [InlineData("services:\n  web:\n    restart: <|>\n", "no", "services:\n  web:\n    restart: \"no\"\n")]
    [InlineData("services:\n  web:\n    restart:<|>\n", "always", "services:\n  web:\n    restart: always\n")]
    [InlineData("services:\n  web:\n    restart: 'n<|>'\n", "no", "services:\n  web:\n    restart: 'no'\n")]
    [InlineData("services:\n  web:\n    restart: 'n<|>\n", "no", "services:\n  web:\n    restart: 'no'\n")]
    [InlineData("services:\n  web:\n    restart: <|>always # why\n", "unless-stopped", "services:\n  web:\n    restart: unless-stopped # why\n")]
    [InlineData("services:\n  web:\n    tty: t<|>\n", "true", "services:\n  web:\n    tty: true\n")]
    [InlineData("services:\n  web:\n    cap_add:\n      -<|>\n", "ALL", "services:\n  web:\n    cap_add:\n      - ALL\n")]
    [InlineData("services:\n  web:\n    cap_add:\n      - ALL\n      <|>\n", "KILL", "services:\n  web:\n    cap_add:\n      - ALL\n      - KILL\n")]
    [InlineData("services:\n  web:\n    cap_add:\n      K<|>\n", "KILL", "services:\n  web:\n    cap_add:\n      - KILL\n")]
    [InlineData("services:\n  web:\n    cap_add: [ALL,<|>]\n", "KILL", "services:\n  web:\n    cap_add: [ALL,KILL]\n")]
    [InlineData("services:\n  web:\n    network_mode: <|>\n", "service:", "services:\n  web:\n    network_mode: service:\n")]
    [InlineData("services:\n  web:\n    stop_grace_period: 10<|>\n", "10s", "services:\n  web:\n    stop_grace_period: 10s\n")]
    [InlineData("services:\n  web:\n    mem_limit: 5<|>\n", "5m", "services:\n  web:\n    mem_limit: 5m\n")]

    // Where a list or a mapping may begin, both are offered.
    [InlineData("services:\n  web:\n    depends_on:\n      <|>\n  db: {image: x}\n", "db", "services:\n  web:\n    depends_on:\n      db:\n        \n  db: {image: x}\n")]
    public void An_offer_is_taken(string marked, string label, string after)
    {
        var offers = Offers.At(marked);
        offers.AssertExact();
        var item = offers.Items.First(offer => offer.Label == label);
        Assert.Equal(after, SourceText.From(Markers.Cursor(marked).Text).With([new TextEdit(item.ReplaceSpan, item.InsertText)]).Content);
        Assert.False(item.IsSnippet);
    }

    [Theory]
    [InlineData("services:\n  web:\n    hea<|>\n", "healthcheck", "healthcheck:\n      test: [\"CMD-SHELL\", \"")]
    [InlineData("services:\n  web:\n    bui<|>\n", "build", "build:\n      context: ${1:.}\n      dockerfile: ${2:Dockerfile}")]
    [InlineData("services:\n  web:\n    cap_a<|>\n", "cap_add", "cap_add:\n      - $0")]
    [InlineData("services: {web: {cap_a<|>}}\n", "cap_add", "cap_add: [$0]")]
    [InlineData("services: {web: {hea<|>}}\n", "healthcheck", "healthcheck: {$0}")]
    public void Children_are_filled_in_where_the_editor_takes_snippets(string marked, string label, string text)
    {
        var item = Offers.At(marked, Offers.Snippets).Item(label);
        Assert.True(item.IsSnippet);
        Assert.StartsWith(text, item.InsertText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_tells_its_forms_and_what_it_does()
    {
        var item = Offers.At("services:\n  web:\n    comm<|>\n").Item("command");

        Assert.Equal("string | list", item.Detail);
        Assert.Contains("Replaces the image's CMD", item.Documentation(), StringComparison.Ordinal);
        Assert.Contains("https://docs.docker.com/reference/compose-file/services/#command", item.Documentation(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_there_already_and_what_is_obsolete_is_left_out()
    {
        Assert.DoesNotContain(Offers.At("services:\n  web:\n    image: x\n    <|>\n    ports: []\n").Items, item => item.Label is "image" or "ports");
        Assert.DoesNotContain(Offers.At("<|>").Items, item => item.Label == "version");
        var deprecated = Offers.At("services:\n  web:\n    volumes_<|>\n").Item("volumes_from");
        Assert.True(deprecated.IsDeprecated);
    }

    [Fact]
    public void Who_types_links_is_offered_the_network_way()
    {
        var offers = Offers.At("services:\n  web:\n    links<|>\n");

        Assert.Equal("links → depends_on links → networks", string.Join(' ', offers.Items.Where(item => item.FilterText == "links").Select(item => item.Label)));
        Assert.Equal("services:\n  web:\n    networks:\n      - \n", offers.Taken("links → networks"));
        Assert.Contains("Why outdated", offers.Item("links → depends_on").Documentation(), StringComparison.Ordinal);
    }

    [Fact]
    public void In_the_first_format_links_are_all_there_is() =>
        Assert.Equal("links", Offers.At("web:\n  image: x\n  link<|>\n").Items[0].Label);

    [Theory]
    [InlineData("depends_on: [<|>]", "db cache")]
    [InlineData("depends_on: [db, <|>]", "cache")]
    [InlineData("depends_on:\n      - <|>", "db cache")]
    [InlineData("depends_on:\n      d<|>:\n        condition: service_started", "db")]
    [InlineData("links: [<|>]", "db cache")]
    [InlineData("links: [\"d<|>:database\"]", "db")]
    [InlineData("volumes_from: [<|>]", "db cache")]
    [InlineData("extends: <|>", "db cache")]
    [InlineData("extends: {service: <|>}", "db cache")]
    [InlineData("network_mode: service:<|>", "db cache")]
    [InlineData("network_mode: \"service:<|>\"", "db cache")]
    [InlineData("pid: service:<|>", "db cache")]
    [InlineData("ipc: service:c<|>", "cache")]
    [InlineData("networks: [<|>]", "back default")]
    [InlineData("networks:\n      - <|>", "back default")]
    [InlineData("volumes: [<|>]", "data")]
    [InlineData("volumes:\n      - {type: volume, source: <|>}", "data")]
    [InlineData("configs: [<|>]", "conf")]
    [InlineData("secrets: [<|>]", "key")]
    [InlineData("secrets: [{source: <|>}]", "key")]
    [InlineData("models: [<|>]", "llm")]
    [InlineData("profiles: [<|>]", "debug")]
    [InlineData("profiles: [\"<|>\n", "debug")]
    public void Names_of_the_project_are_offered(string attribute, string names)
    {
        var offers = Offers.At($$$"""
            services:
              web:
                image: x
                {{{attribute}}}
              db: {image: y, profiles: [debug]}
              cache: {image: z}
            networks: {back: {}}
            volumes: {data: {}}
            configs: {conf: {file: ./c}}
            secrets: {key: {file: ./k}}
            models: {llm: {model: m}}
            """);
        Assert.StartsWith(names + " ", offers.Labels + " ", StringComparison.Ordinal);
    }

    [Fact]
    public void What_would_close_a_circle_comes_last()
    {
        var offers = Offers.At("services:\n  web: {image: x, depends_on: [<|>]}\n  a: {image: y, depends_on: [b]}\n  b: {image: y, depends_on: [web]}\n  c: {image: z}\n");

        Assert.Equal("c a b", offers.Labels);
        Assert.Equal("depends on web", offers.Item("a").Detail);
    }

    [Fact]
    public void Names_come_from_all_files_of_the_project()
    {
        var offers = Offers.In(
            CompletionClient.Plain,
            ("/p/compose.yaml", "include: [other.yaml]\nservices:\n  web: {image: x, depends_on: [<|>]}\n"),
            ("/p/other.yaml", "services:\n  db: {image: y}\n"),
            ("/p/compose.override.yaml", "services:\n  cache: {image: z}\n"));

        Assert.Equal("cache db", string.Join(' ', offers.Items.Select(item => item.Label).Order()));
        Assert.Contains("other.yaml:2", offers.Item("db").Documentation(), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_to_extend_come_from_the_file_that_is_named()
    {
        var offers = Offers.In(
            CompletionClient.Plain,
            ("/p/compose.yaml", "services:\n  web:\n    extends:\n      file: common.yaml\n      service: <|>\n  db: {image: y}\n"),
            ("/p/common.yaml", "services:\n  base: {image: y}\n"));

        Assert.Equal("base", offers.Labels);
    }

    [Theory]
    [InlineData("volumes:\n  <|>\n", "data")]
    [InlineData("volumes: {<|>}\n", "data")]
    [InlineData("networks:\n  b<|>\n", "back")]
    [InlineData("networks:\n  front:\n  <|>\n", "back")]
    public void Names_that_are_used_are_offered_to_be_declared(string end, string name) =>
        Assert.Equal(name, Offers.At($"services:\n  web:\n    image: x\n    volumes: [data:/d, ./x:/x]\n    networks: [back]\n{end}").Items[0].Label);

    [Theory]
    [InlineData("environment:\n      POSTGRES_PASSWORD: x\n      <|>\n", "POSTGRES_USER", "environment:\n      POSTGRES_PASSWORD: x\n      POSTGRES_USER: \n")]
    [InlineData("environment:\n      - POSTGRES_PASSWORD=x\n      - <|>\n", "POSTGRES_USER", "environment:\n      - POSTGRES_PASSWORD=x\n      - POSTGRES_USER=postgres\n")]
    [InlineData("environment:\n      - POST<|>=x\n", "POSTGRES_PASSWORD", "environment:\n      - POSTGRES_PASSWORD=x\n")]
    public void Variables_the_image_reads_are_offered(string marked, string first, string after)
    {
        var offers = Offers.At($"services:\n  db:\n    image: postgres:16\n    {marked}");

        Assert.Equal(first, offers.Items[0].Label);
        Assert.Equal($"services:\n  db:\n    image: postgres:16\n    {after}", offers.Taken(first));
    }

    [Theory]
    [InlineData("x-base: &base\n  image: x\nx-list: &list [a]\nservices:\n  web:\n    <<: <|>\nx-late: &late {}\n", "*base")]
    [InlineData("x-base: &base\n  image: x\nservices:\n  web:\n    <<: *<|>\n", "base")]
    [InlineData("x-base: &base\n  image: x\nservices:\n  web:\n    <<: [<|>]\n", "*base")]
    [InlineData("x-text: &text a\nx-base: &base\n  driver: local\nservices:\n  web:\n    logging: *<|>\n", "base text")]
    [InlineData("x-text: &text a\nx-base: &base\n  driver: local\nservices:\n  web:\n    image: *t<|>\n", "text")]
    [InlineData("x-base: &<|>\n  image: x\n", "base")]
    public void Anchors_are_offered(string marked, string labels) => Assert.Equal(labels, Offers.At(marked).Labels);

    [Theory]
    [InlineData("image: x:${<|>}", "TAG", "image: x:${TAG}")]
    [InlineData("image: x:${<|>", "TAG", "image: x:${TAG}")]
    [InlineData("image: x:$<|>", "TAG", "image: x:${TAG}")]
    [InlineData("image: x:${T<|>:-1}", "TAG", "image: x:${TAG:-1}")]
    [InlineData("image: x:${A:-${<|>}}", "TAG", "image: x:${A:-${TAG}}")]
    [InlineData("command: |\n      run ${<|>", "TAG", "command: |\n      run ${TAG}")]
    public void Variables_are_offered_with_their_braces(string attribute, string label, string after)
    {
        var offers = Offers.In(CompletionClient.Plain, ("/p/compose.yaml", $"services:\n  web:\n    {attribute}\n"), ("/p/.env", "# versions\nTAG=1.2\nDB_PASSWORD=hunter2\n"));

        Assert.Equal($"services:\n  web:\n    {after}\n", offers.Taken(label));
        Assert.Equal("1.2 (.env:2)", offers.Item("TAG").Detail);
    }

    [Fact]
    public void Secret_values_are_not_shown()
    {
        var item = Offers.In(CompletionClient.Plain, ("/p/compose.yaml", "services:\n  web:\n    image: ${<|>}\n"), ("/p/.env", "DB_PASSWORD=hunter2\n")).Item("DB_PASSWORD");

        Assert.Equal("•••••• (.env:1)", item.Detail);
        Assert.DoesNotContain("hunter2", item.Documentation(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_escaped_dollar_is_no_variable() => Assert.Equal("", Offers.At("services:\n  web:\n    image: $${<|>\n").Labels);

    [Fact]
    public void Healthchecks_fit_the_image()
    {
        var offers = Offers.At("services:\n  db:\n    image: registry.example.com/library/postgres:16\n    healthcheck:\n      test: <|>\n");

        Assert.StartsWith("pg_isready", offers.Items[0].Label, StringComparison.Ordinal);
        Assert.DoesNotContain(offers.Items, item => item.Label == "CMD");
        Assert.StartsWith("CMD CMD-SHELL NONE", Offers.At("services:\n  db:\n    healthcheck:\n      test: [<|>]\n").Labels, StringComparison.Ordinal);
        Assert.StartsWith("redis-cli ping", Offers.At("services:\n  db:\n    image: redis\n    healthcheck:\n      test: [CMD-SHELL, <|>]\n").Labels, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_the_workspace_does_not_hold_has_no_offers() =>
        Assert.Empty(Analysis.Features.Completion.Completion.At(Workspace.Empty, "f", 0, CompletionClient.Plain, new HostAnswers()));
}
