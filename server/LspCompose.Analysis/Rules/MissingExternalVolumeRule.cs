using LspCompose.Analysis.Engines;

namespace LspCompose.Analysis.Rules;

/// <summary>An external volume that does not exist.</summary>
internal sealed class MissingExternalVolumeRule : MissingExternalRule
{
    public override string Id => "missing-external-volume";

    public override string Title => "A service uses an external volume that the engine does not have.";

    public override string Explanation =>
        """
        What is `external` Compose does not create, it expects it. Where the engine has no volume of that name, `docker compose up` fails:
        `external volume "data" not found`.

        Create it with `docker volume create`, or correct the name: what counts is `name`, or the key where there is none. A volume made by another Compose project
        is called after that project: `shop_data`, not `data`.

        Only volumes that a service mounts are looked for.

        Needs a Docker engine; without one the rule finds nothing.
        """;

    public override string BadExample =>
        """
        services:
          db:
            image: nginx
            volumes:
              - data:/srv

        volumes:
          data:
            external: true
        """;

    public override string GoodExample =>
        """
        services:
          db:
            image: nginx
            volumes:
              - data:/srv

        volumes:
          data:
            external: true
            name: shop_data
        """;

    protected override string Section => "volumes";

    internal override EngineView ExampleEngine => new() { Version = "28.2.2", Volumes = [new() { Name = "shop_data" }] };

    protected override string? Problem(EngineView engine, string name) => engine.Untold.HasFlag(EngineParts.Volumes) || engine.Volumes.Any(volume => volume.Name == name) ? null
        : $"The engine has no volume '{name}', so Compose cannot start the services that mount it. Create it with 'docker volume create {name}', or correct the name.";
}
