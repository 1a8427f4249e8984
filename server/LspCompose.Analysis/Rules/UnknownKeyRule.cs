using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Rules;

/// <summary>A key Compose does not know where it stands.</summary>
internal sealed class UnknownKeyRule : Rule
{
    public override string Id => "unknown-key";

    public override RuleCategory Category => RuleCategory.Value;

    public override Severity DefaultSeverity => Severity.Error;

    public override string Title => "A key is not known where it stands.";

    public override string Explanation =>
        """
        Compose refuses a file with a key it does not know: `additional properties 'prots' not allowed`, in older versions
        `Additional property prots is not allowed`. Often the key is misspelt, is indented too little or too much, or comes from an older file format
        (`net` is `network_mode` today, `log_driver` is `driver` of `logging`).

        Keys of your own are welcome when they begin with `x-`. Names of services, networks, volumes, configs and secrets consist of letters without accents,
        digits, `.`, `_` and `-`.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            prots:
              - "80:80"
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
            ports:
              - "80:80"
        """;

    internal override void Check(RuleContext context) => ProjectProblems.Report(context, this);
}
