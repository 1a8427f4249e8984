using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Rules;

/// <summary>A service on a network nobody declares.</summary>
internal sealed class UndefinedNetworkRule : Rule
{
    public override string Id => "undefined-network";

    public override RuleCategory Category => RuleCategory.Reference;

    public override Severity DefaultSeverity => Severity.Error;

    public override string Title => "A service is on a network that is not defined.";

    public override string Explanation =>
        """
        A service can only join networks that the top-level `networks` lists. Compose refuses the whole file otherwise:
        `service "web" refers to undefined network frontend`.

        Correct the name, or declare the network: an entry with nothing after it (`frontend:`) is enough. `default` needs no entry, and a network that
        something else created gets `external: true`. A network declared in an included file or in another file of the project counts.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            networks:
              - fronted

        networks:
          frontend:
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
            networks:
              - frontend

        networks:
          frontend:
        """;

    internal override void Check(RuleContext context) => ProjectProblems.Report(context, this);
}
