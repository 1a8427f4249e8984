namespace LspCompose.Analysis.Rules;

/// <summary>A volume no service mounts.</summary>
internal sealed class UnusedVolumeRule : UnusedDeclarationRule
{
    public override string Id => "unused-volume";

    public override string Title => "A declared volume is mounted nowhere.";

    public override string Explanation =>
        """
        A service gets a volume only by mounting it: `volumes: [data:/var/lib/data]`. A declaration alone does nothing. When the mount was forgotten, the data
        goes into an anonymous volume or the container itself, and is gone when the container is replaced. `./data:/var/lib/data` mounts the folder, not the volume `data`.

        Mount it, or remove the declaration. Removing it does not delete data that an existing volume holds.

        Services of inactive profiles count, and so do all files of the project. Files that may be fragments of a larger project (override files, files that others
        include or extend) are not judged.
        """;

    public override string BadExample =>
        """
        services:
          db:
            image: postgres
            volumes:
              - ./data:/var/lib/postgresql/data

        volumes:
          data:
        """;

    public override string GoodExample =>
        """
        services:
          db:
            image: postgres
            volumes:
              - data:/var/lib/postgresql/data

        volumes:
          data:
        """;

    protected override string Section => "volumes";

    protected override string Kind => "volume";
}
