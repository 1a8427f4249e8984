using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Migration;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Migration;

/// <summary>What runs tells where external links and ambassadors lead, and what bringing the migrated files up does.</summary>
public sealed class EngineMigrationTests
{
    private const string Path = "/p/compose.yaml";

    // The project of the file is "p", that of its folder; the shop is another one.
    private static readonly EngineContainer ShopDb = Container("shop-db-1", "shop", "db", On("shop_default", "db"));

    private static readonly EngineView Shop = new()
    {
        Version = "28.2.2",
        Networks = [Network("bridge"), Network("shop_default", "shop")],
        Containers = [ShopDb, Container("shop-queue-1", "shop", "queue", On("shop_default", "queue"))],
    };

    private static readonly string Linking = "services:\n  web:\n    image: x\n    external_links:\n      - shop-db-1:db\n  side:\n    image: x\n";

    [Fact]
    public void A_service_is_put_on_the_network_of_a_running_container_beside_its_own_when_asked() => Assert.Equal(
        "services:\n  web:\n    image: x\n    networks: [default, shop_default]\n  side:\n    image: x\n\nnetworks:\n  shop_default:\n    external: true\n",
        Migrated(Linking, Shop));

    [Fact]
    public void It_is_not_safe_for_the_project_needs_that_network_from_then_on()
    {
        var careful = Run(Linking, Shop, new MigrationOptions());
        Assert.False(careful.IsChange);
        Assert.Equal(
            "External link 'shop-db-1:db' of 'web' stays: 'web' would join the network 'shop_default' of project 'shop', without which the project no longer starts; --unsafe converts it anyway.",
            Assert.Single(careful.Left).Message);

        var all = Run(Linking, Shop);
        Assert.Equal("External link 'shop-db-1:db' of 'web' is removed: 'shop-db-1' answers to 'db' on the network 'shop_default', which 'web' joins.", Assert.Single(all.Converted).Message);
        Assert.Equal("'web' joins the network 'shop_default' of project 'shop': 'docker compose up' fails while there is none, and it cannot be removed while that runs.", Assert.Single(all.Doubts));
    }

    [Fact]
    public void Without_an_engine_the_file_alone_decides()
    {
        var result = Run(Linking, null);
        Assert.False(result.IsChange);
        Assert.Null(result.Rollout);
        Assert.StartsWith("External link 'shop-db-1:db' of 'web' stays: 'shop-db-1' belongs to another project and no external network is shared with it; declare one", Assert.Single(result.Left).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_over_a_network_both_are_on_goes_safely()
    {
        const string Text = "services:\n  web:\n    image: x\n    networks: [default, outside]\n    external_links:\n      - shop-db-1:db\nnetworks:\n  outside:\n    external: true\n    name: shop_default\n";
        var result = Run(Text, Shop, new MigrationOptions());
        Assert.True(result.IsSafe);
        Assert.Equal(Text.Replace("    external_links:\n      - shop-db-1:db\n", "", StringComparison.Ordinal), Applied(Text, result));
    }

    [Fact]
    public void A_declared_network_is_joined_by_its_key() => Assert.Equal(
        "services:\n  web:\n    image: x\n    networks: [default, outside]\n  side:\n    image: x\n    networks: [outside]\nnetworks:\n  outside:\n    external: true\n    name: shop_default\n",
        Migrated("services:\n  web:\n    image: x\n    external_links: [shop-db-1]\n  side:\n    image: x\n    networks: [outside]\nnetworks:\n  outside:\n    external: true\n    name: shop_default\n", Shop));

    [Fact]
    public void A_key_that_is_taken_gets_another_one_and_the_name_beside_it() => Assert.Contains(
        "networks:\n  shop_default:\n  shop_default-net:\n    external: true\n    name: shop_default\n",
        Migrated(Linking + "    networks: [shop_default]\nnetworks:\n  shop_default:\n", Shop), StringComparison.Ordinal);

    [Fact]
    public void A_service_with_networks_of_its_own_keeps_them_in_their_form() => Assert.Equal(
        "services: {web: {image: x, networks: {back: {aliases: [w]}, shop_default: {}}}}\nnetworks: {back: {}, shop_default: {external: true}}\n",
        Migrated("services: {web: {image: x, networks: {back: {aliases: [w]}}, external_links: [\"shop-db-1:db\"]}}\nnetworks: {back: {}}\n", Shop));

    [Theory]
    [InlineData("shop-db-1:database", "'shop-db-1' is on the network 'shop_default' of project 'shop', but does not answer to 'database' there; give it that alias in project 'shop' and put 'web' on the network, then this line can go")]
    [InlineData("gone:db", "the engine has no container 'gone', so nothing tells on which network it would be; start it and migrate again, or remove this line")]
    [InlineData("stopped", "'stopped' does not run (exited); start it and migrate again")]
    [InlineData("bridged:db", "'bridged' is on Docker's default bridge only, where names lead nowhere; put it on a network first, where it is started")]
    [InlineData("hosted:db", "'hosted' uses the network of the host, where it has no name; reach it by the host's address and remove this line")]
    [InlineData("shop-db-run-7:db", "'shop-db-run-7' was made by 'docker compose run' and goes away again")]
    public void What_cannot_be_converted_says_what_the_engine_knows(string item, string reason)
    {
        var engine = Shop with
        {
            Containers =
            [
                .. Shop.Containers,
                Container("stopped", null, null, On("bridge")) with { State = ContainerState.Exited },
                Container("bridged", null, null, On("bridge")) with { NetworkMode = "bridge" },
                Container("hosted", null, null, On("host")) with { NetworkMode = "host" },
                Container("shop-db-run-7", "shop", "db", On("shop_default")) with { Labels = new Dictionary<string, string> { ["com.docker.compose.project"] = "shop", ["com.docker.compose.oneoff"] = "True" } },
            ],
        };
        var result = Run(Linking.Replace("shop-db-1:db", item, StringComparison.Ordinal), engine);
        Assert.False(result.IsChange);
        Assert.Equal($"External link '{item}' of 'web' stays: {reason}.", Assert.Single(result.Left).Message);
    }

    [Theory]

    // The service's own name means another container there.
    [InlineData("services:\n  queue:\n    image: x\n    external_links: [shop-db-1:db]\n", "queue")]

    // The project has services of those names itself.
    [InlineData("services:\n  web:\n    image: x\n    external_links: [shop-db-1:db]\n  queue:\n    image: x\n", "queue")]
    [InlineData("services:\n  web:\n    image: x\n    external_links: [shop-db-1:db]\n  db:\n    image: x\n", "db")]
    public void A_network_where_names_would_lead_elsewhere_is_not_joined(string text, string name)
    {
        var result = Run(text, Shop);
        Assert.False(result.IsChange);
        Assert.Contains($"is on the network 'shop_default' of project 'shop', where '{name}' would lead somebody elsewhere once", Assert.Single(result.Left).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_several_containers_answer_to_is_no_name_of_one()
    {
        var scaled = Shop with { Containers = [ShopDb, Container("shop-db-2", "shop", "db", On("shop_default", "db"))] };
        Assert.False(Run(Linking, scaled).IsChange);
        Assert.True(Run(Linking.Replace(":db", "", StringComparison.Ordinal), scaled).IsChange);
    }

    [Fact]
    public void An_alias_somebody_else_has_on_an_external_network_is_not_given_again()
    {
        const string Text = "services:\n  web:\n    image: x\n    networks: [shop_default]\n    links: [mysql:db]\n  mysql:\n    image: x\n    networks: [shop_default]\nnetworks:\n  shop_default:\n    external: true\n";
        Assert.Contains("aliases: [db]", Applied(Text, Run(Text, null)), StringComparison.Ordinal);
        Assert.DoesNotContain("shop_default: {aliases", Applied(Text, Run(Text, Shop)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_default_network_that_another_project_joined_is_not_left() => Assert.Equal(
        "services:\n  web:\n    image: x\n    depends_on: [db]\n  db:\n    image: x\n",
        Migrated("services:\n  web:\n    image: x\n    links: [db]\n  db:\n    image: x\n", new EngineView { Version = "28", Containers = [Container("proxy", "edge", "proxy", On("p_default", "proxy"))] }));

    [Fact]
    public void A_container_of_the_project_itself_is_the_service_its_labels_name()
    {
        var engine = new EngineView { Version = "28", Containers = [Container("odd", "p", "mysql", On("p_default", "mysql"))] };
        Assert.Equal(
            "services:\n  web:\n    image: x\n    networks: [app]\n  mysql:\n    image: x\n    networks:\n      app:\n        aliases: [db]\n\nnetworks:\n  app:\n",
            Migrated("services:\n  web:\n    image: x\n    external_links: [odd:db]\n  mysql:\n    image: x\n", engine));
    }

    [Fact]
    public void A_service_of_the_first_format_joins_too_when_its_link_led_nowhere_on_the_bridge()
    {
        var migrated = Migrated("web:\n  image: x\n  external_links:\n    - shop-db-1:db\nside:\n  image: x\n", Shop);
        Assert.Contains("networks: [default, shop_default]", migrated, StringComparison.Ordinal);
        Assert.Contains("  shop_default:\n    external: true\n", migrated, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_of_the_first_format_stays_on_the_bridge_with_what_it_reaches_there()
    {
        var engine = new EngineView { Version = "28", Containers = [Container("redis", null, null, On("bridge")) with { NetworkMode = "bridge" }] };
        var result = Run("web:\n  image: x\n  external_links:\n    - redis\n", engine, new MigrationOptions());
        Assert.Contains("which 'web' reaches on Docker's default bridge", Assert.Single(result.Left).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_file_is_left_alone() => Assert.False(Run(Linking + "  broken: [\n", Shop).IsChange);

    [Fact]
    public void An_ambassador_stands_for_the_services_that_run_its_containers()
    {
        const string Text = "services:\n  web:\n    image: x\n    links: [amb:backend]\n  backend:\n    image: x\n  amb:\n    image: cpuguy83/docker-grand-ambassador\n    command: -name box\n    volumes: ['/var/run/docker.sock:/var/run/docker.sock']\n";
        Assert.DoesNotContain("image: x\n    depends_on", Applied(Text, Run(Text, null, new MigrationOptions())), StringComparison.Ordinal);
        var engine = new EngineView { Version = "28", Containers = [Container("box", "p", "backend", On("p_default", "backend"))] };
        Assert.DoesNotContain("grand-ambassador", Applied(Text, Run(Text, engine, new MigrationOptions())), StringComparison.Ordinal);
    }

    [Fact]
    public void A_container_of_another_project_is_no_service_of_this_one_however_it_is_called()
    {
        const string Text = "services:\n  web:\n    image: x\n    links: [amb:back]\n  backend:\n    image: x\n  amb:\n    image: cpuguy83/docker-grand-ambassador\n    command: -name shop_backend_1\n    volumes: ['/var/run/docker.sock:/var/run/docker.sock']\n";
        Assert.DoesNotContain("grand-ambassador", Applied(Text, Run(Text, null, new MigrationOptions())), StringComparison.Ordinal);

        var engine = new EngineView { Version = "28", Containers = [Container("shop_backend_1", "shop", "backend", On("shop_default", "backend"))] };
        Assert.Contains(Run(Text, engine, new MigrationOptions()).Left, note => note.Message == "Ambassador 'amb' stays: 'amb' fronts container 'shop_backend_1' of project 'shop', which is no service of this one.");

        // The same file, started under another name.
        var sameFile = engine with { Containers = [engine.Containers[0] with { Labels = new Dictionary<string, string>(engine.Containers[0].Labels) { ["com.docker.compose.project.config_files"] = Path } }] };
        Assert.DoesNotContain("grand-ambassador", Applied(Text, Run(Text, sameFile, new MigrationOptions())), StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_says_what_bringing_the_files_up_does()
    {
        const string Text = "services:\n  web:\n    image: x\n    links: [amb:backend]\n  backend:\n    image: x\n  amb:\n    image: cpuguy83/docker-grand-ambassador\n    command: -name backend\n    volumes: ['/var/run/docker.sock:/var/run/docker.sock']\n  alone:\n    image: x\n    networks: [own]\n  side:\n    image: x\n    network_mode: service:web\n  off:\n    image: x\nnetworks:\n  own:\n";
        var engine = new EngineView
        {
            Version = "28",
            Networks = [Network("p_default", "p"), Network("p_own", "p")],
            Containers = [.. new[] { "web", "backend", "amb", "alone", "side" }.Select(service => Container($"p-{service}-1", "p", service))],
        };
        var result = Run(Text, engine, new MigrationOptions());
        Assert.NotNull(result.Rollout);
        Assert.Equal(["web", "backend", "side"], result.Rollout.Recreated);
        Assert.Equal(["p-amb-1"], result.Rollout.Orphaned);
        Assert.Equal(["p_app"], result.Rollout.Networks);
        Assert.Contains("'docker compose up -d' will make new containers for: web, backend, side.", result.RuntimeChanges);
        Assert.Contains("'docker compose up -d' will make the network 'p_app'.", result.RuntimeChanges);
        Assert.Contains("'p-amb-1' will be left as an orphan until 'docker compose up -d --remove-orphans'.", result.RuntimeChanges);
    }

    [Fact]
    public void What_does_not_change_keeps_its_containers()
    {
        const string Text = "version: '3'\nservices:\n  web:\n    image: x\n    depends_on: [db]\n  db:\n    image: x\n";
        var result = Run(Text, new EngineView { Version = "28", Containers = [Container("p-web-1", "p", "web"), Container("p-db-1", "p", "db")] }, new MigrationOptions());
        Assert.True(result.IsChange);
        Assert.Empty(result.Rollout?.Recreated ?? ["?"]);
    }

    [Fact]
    public void A_project_of_the_first_format_is_made_anew_as_a_whole()
    {
        var result = Run("web:\n  image: x\n  links: [db]\ndb:\n  image: x\n", new EngineView { Version = "28", Containers = [Container("p_web_1", "p", "web"), Container("p_db_1", "p", "db")] }, new MigrationOptions());
        Assert.Equal(["db", "web"], (result.Rollout?.Recreated ?? []).Order());
    }

    [Fact]
    public void What_Compose_one_made_is_made_anew_as_a_whole()
    {
        var old = Container("p_side_1", "p", "side");
        old = old with { Labels = new Dictionary<string, string>(old.Labels) { ["com.docker.compose.version"] = "1.29.2" } };
        var result = Run("version: '3'\nservices:\n  side:\n    image: x\n", new EngineView { Version = "28", Containers = [old] }, new MigrationOptions());
        Assert.Equal(["side"], result.Rollout?.Recreated ?? []);
    }

    private static string Migrated(string text, EngineView engine) => Applied(text, Run(text, engine));

    private static string Applied(string text, MigrationResult result) => SourceText.From(text).With(result.For(Path).Edits).Content;

    private static MigrationResult Run(string text, EngineView? engine, MigrationOptions? options = null) => NetworkMigration.Run(
        Workspace.Empty.WithFile(Path, SourceText.From(text)).WithEngine(engine), Path, options ?? new MigrationOptions { IncludesUnsafe = true }, TestContext.Current.CancellationToken);

    private static EngineNetwork Network(string name, string? project = null) =>
        new() { Id = name, Name = name, Driver = "bridge", Labels = project is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["com.docker.compose.project"] = project } };

    private static NetworkAttachment On(string network, params string[] aliases) => new(network, "", aliases);

    private static EngineContainer Container(string name, string? project, string? service, params NetworkAttachment[] networks)
    {
        var labels = new Dictionary<string, string>();
        if (project is not null && service is not null)
        {
            labels["com.docker.compose.project"] = project;
            labels["com.docker.compose.service"] = service;
        }

        return new() { Id = new string('0', 64), Name = name, State = ContainerState.Running, Labels = labels, Networks = networks };
    }
}
