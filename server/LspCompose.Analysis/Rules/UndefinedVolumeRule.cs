using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Rules;

/// <summary>A service that mounts a named volume nobody declares.</summary>
internal sealed class UndefinedVolumeRule : Rule
{
    public override string Id => "undefined-volume";

    public override RuleCategory Category => RuleCategory.Reference;

    public override Severity DefaultSeverity => Severity.Error;

    public override string Title => "A service mounts a named volume that is not defined.";

    public override string Explanation =>
        """
        What stands before the colon of a mount is a volume's name unless it looks like a path. Named volumes must be listed under the top-level
        `volumes`, or Compose refuses the whole file: `service "db" refers to undefined volume data`.

        - For a volume, correct the name or declare it; an entry with nothing after it (`data:`) is enough.
        - For a folder beside the file, write a path: `./data:/var/lib/data`.
        """;

    public override string BadExample =>
        """
        services:
          db:
            image: postgres
            volumes:
              - data:/var/lib/postgresql/data
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

    internal override void Check(RuleContext context) => ProjectProblems.Report(context, this);
}
