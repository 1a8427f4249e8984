using LspCompose.Analysis.Engines;

namespace LspCompose.Analysis.Rules;

/// <summary>An external network that does not exist.</summary>
internal sealed class MissingExternalNetworkRule : MissingExternalRule
{
    public override string Id => "missing-external-network";

    public override string Title => "A service uses an external network that the engine does not have.";

    public override string Explanation =>
        """
        What is `external` Compose does not create, it expects it. Where the engine has no network of that name, `docker compose up` fails:
        `network edge declared as external, but could not be found`.

        Create it with `docker network create`, start the project that creates it first, or correct the name: what counts is `name`, or the key where there is none.
        A network made by another Compose project is called after that project: `shop_default`, not `default`.

        Only networks that a service is on are looked for. The engine of a swarm may learn of a network later, so nothing is said there.

        Needs a Docker engine; without one the rule finds nothing.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            networks:
              - edge

        networks:
          edge:
            external: true
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
            networks:
              - edge

        networks:
          edge:
            external: true
            name: gateway_default
        """;

    protected override string Section => "networks";

    internal override EngineView ExampleEngine => new() { Version = "28.2.2", Networks = [new() { Id = "4f1b", Name = "gateway_default" }] };

    // Compose says nothing either where there is a swarm.
    protected override string? Problem(EngineView engine, string name) => engine.Secrets is not null || engine.Untold.HasFlag(EngineParts.Networks) || name is "bridge" or "host" or "none" || RealNames.FindNetwork(engine, name) is not null ? null
        : $"The engine has no network '{name}', so Compose cannot start the services on it. Create it with 'docker network create {name}', or correct the name.";
}
