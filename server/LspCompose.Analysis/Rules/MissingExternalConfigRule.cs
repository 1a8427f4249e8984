using LspCompose.Analysis.Engines;

namespace LspCompose.Analysis.Rules;

/// <summary>An external config that does not exist.</summary>
internal sealed class MissingExternalConfigRule : MissingExternalRule
{
    public override string Id => "missing-external-config";

    public override string Title => "A service uses an external config that the engine does not have.";

    public override string Explanation =>
        """
        External configs are kept by the manager of a swarm. `docker stack deploy` refuses one that is not there; `docker compose up` takes no external configs at all:
        `unsupported external config token`.

        For a swarm create it with `docker config create`, or correct the name: what counts is `name`, or the key where there is none. For `docker compose` give the
        config a `file`, `content` or an `environment` variable.

        Only configs that a service uses are looked for.

        Needs a Docker engine; without one the rule finds nothing.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            configs:
              - token

        configs:
          token:
            external: true
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
            configs:
              - token

        configs:
          token:
            external: true
            name: token_2
        """;

    protected override string Section => "configs";

    internal override EngineView ExampleEngine => new() { Version = "28.2.2", Configs = ["token_2"] };

    protected override string? Problem(EngineView engine, string name) => engine.Configs switch
    {
        null => $"The engine manages no swarm, so it has no config '{name}', and 'docker compose up' takes no external ones. Give the config a 'file', or deploy to a swarm.",
        var known when known.Contains(name) => null,
        _ => $"The swarm has no config '{name}', so the services that use it cannot be deployed. Create it with 'docker config create {name} FILE', or correct the name.",
    };
}
