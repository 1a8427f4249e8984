using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Tests.Engines;

namespace LspCompose.Analysis.Tests.Rules;

public class MissingExternalTests
{
    private static readonly EngineView Engine = MadeUp.Engine() with
    {
        Networks = [MadeUp.Network("bridge"), MadeUp.Network("proxy")],
        Volumes = [new EngineVolume { Name = "shop_data" }],
    };

    [Fact]
    public void Networks_and_volumes_are_looked_for_by_their_real_names() => Markers.CheckProject(
        Engine,
        ("/p/compose.yaml",
        """
        services:
          web:
            image: nginx
            networks: [front, back, named, own, bridge]
            volumes:
              - data:/data
              - other:/other
              - type: volume
                source: third
                target: /third
        networks:
          front: {external: true, name: proxy}
          back: {external: true}
        # ^^^^ missing-external-network The engine has no network 'back', so Compose cannot start the services on it. Create it with 'docker network create back', or correct the name.
          named: {external: true, name: "proxy-2"}
        #                               ^^^^^^^^^ missing-external-network no network 'proxy-2'
          own: {}
          bridge: {external: true}
        volumes:
          data: {external: true, name: shop_data}
          other: {external: true}
        # ^^^^^ missing-external-volume 'docker volume create other'
          third:
            external: true
            name: gone
        #         ^^^^ missing-external-volume no volume 'gone'
        """));

    [Fact]
    public void Of_an_engine_that_does_not_tell_its_networks_or_volumes_nothing_is_missing() => Markers.CheckProject(
        MadeUp.Engine() with { Untold = EngineParts.Networks | EngineParts.Volumes },
        ("/p/compose.yaml", "services: {web: {image: nginx, networks: [n], volumes: ['vol:/v']}}\nnetworks: {n: {external: true}}\nvolumes: {vol: {external: true}}\n"));

    [Fact]
    public void A_network_may_be_named_by_its_whole_id() => Markers.CheckProject(
        Engine,
        ("/p/compose.yaml", $"services: {{web: {{image: nginx, networks: [n]}}}}\nnetworks: {{n: {{external: true, name: '{Engine.Networks[1].Id}'}}}}\n"));

    [Fact]
    public void Secrets_and_configs_need_a_swarm() => Markers.CheckProject(
        Engine,
        ("/p/compose.yaml",
        """
        services:
          web:
            image: nginx
            secrets: [token]
            configs: [site]
        secrets:
          token: {external: true}
        # ^^^^^ missing-external-secret The engine manages no swarm, so it has no secret 'token', and 'docker compose up' takes no external ones.
        configs:
          site: {external: true}
        # ^^^^ missing-external-config The engine manages no swarm
        """));

    [Fact]
    public void A_swarm_has_secrets_and_configs_and_may_learn_of_networks_later() => Markers.CheckProject(
        Engine with { Secrets = ["token"], Configs = ["site"] },
        ("/p/compose.yaml",
        """
        services:
          web:
            image: nginx
            secrets: [token, {source: other}]
            configs: [site, third]
            networks: [back]
        secrets:
          token: {external: true}
          other: {external: true, name: other_2}
        #                               ^^^^^^^ missing-external-secret The swarm has no secret 'other_2', so the services that use it cannot be deployed. Create it with 'docker secret create other_2 FILE'
        configs:
          site: {external: true}
          third: {external: true}
        # ^^^^^ missing-external-config 'docker config create third FILE'
        networks:
          back: {external: true}
        """));

    [Fact]
    public void What_no_running_service_uses_or_nobody_knows_is_left_alone()
    {
        const string text = "services:\n  web: {image: nginx}\n  debug: {image: busybox, profiles: [debug], networks: [a], network_mode: b}\n  api: {image: nginx, networks: [c], volumes: ['d:/d']}\n"
            + "networks: {a: {external: true}, b: {external: true}, c: {external: true, name: 'x-${NONE}'}}\nvolumes: {d: {external: maybe}}\n";
        Assert.DoesNotContain(Markers.FindInProject(AnalysisSettings.Default, Engine, "/p/compose.yaml", ("/p/compose.yaml", text)), finding => finding.Rule.Id.StartsWith("missing-external", StringComparison.Ordinal));
    }

    [Fact]
    public void The_file_that_has_the_last_word_is_told() => Markers.CheckProject(
        Engine,
        ("/p/compose.yaml", "services: {web: {image: nginx, networks: [a, b]}}\nnetworks: {a: {external: true}, b: {external: true, name: proxy}}\n#          ^ missing-external-network 'a'\n"),
        ("/p/compose.override.yaml", "networks: {b: {name: gone}}\n#                    ^^^^ missing-external-network no network 'gone'\n"));

    [Fact]
    public void A_broken_file_is_judged_where_it_is_sound() => Markers.CheckProject(
        Engine,
        ("/p/compose.yaml",
        """
        services:
          web: {image: nginx, networks: [a]}
        networks:
          a: {external: true}
        # ^ missing-external-network 'a'
        volumes:
          d: [
        #    ^ syntax-error
        """));

    [Fact]
    public void Without_an_engine_nothing_is_missing() => Markers.CheckProject(("/p/compose.yaml", "services: {web: {image: nginx, networks: [a]}}\nnetworks: {a: {external: true}}\n"));
}
