using LspCompose.Analysis.Engines;

namespace LspCompose.Analysis.Rules;

/// <summary>An external secret that does not exist.</summary>
internal sealed class MissingExternalSecretRule : MissingExternalRule
{
    public override string Id => "missing-external-secret";

    public override string Title => "A service uses an external secret that the engine does not have.";

    public override string Explanation =>
        """
        External secrets are kept by the manager of a swarm. `docker stack deploy` refuses one that is not there; `docker compose up` takes no external secrets at all:
        `unsupported external secret token`.

        For a swarm create it with `docker secret create`, or correct the name: what counts is `name`, or the key where there is none. For `docker compose` give the
        secret a `file` or an `environment` variable.

        Only secrets that a service uses are looked for.

        Needs a Docker engine; without one the rule finds nothing.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            secrets:
              - token

        secrets:
          token:
            external: true
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
            secrets:
              - token

        secrets:
          token:
            external: true
            name: token_2
        """;

    protected override string Section => "secrets";

    internal override EngineView ExampleEngine => new() { Version = "28.2.2", Secrets = ["token_2"] };

    protected override string? Problem(EngineView engine, string name) => engine.Secrets switch
    {
        null => $"The engine manages no swarm, so it has no secret '{name}', and 'docker compose up' takes no external ones. Give the secret a 'file', or deploy to a swarm.",
        var known when known.Contains(name) => null,
        _ => $"The swarm has no secret '{name}', so the services that use it cannot be deployed. Create it with 'docker secret create {name} FILE', or correct the name.",
    };
}
