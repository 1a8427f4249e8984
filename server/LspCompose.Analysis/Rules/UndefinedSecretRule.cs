using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Rules;

/// <summary>A service or a build that uses a secret nobody declares.</summary>
internal sealed class UndefinedSecretRule : Rule
{
    public override string Id => "undefined-secret";

    public override RuleCategory Category => RuleCategory.Reference;

    public override Severity DefaultSeverity => Severity.Error;

    public override string Title => "A service or its build uses a secret that is not defined.";

    public override string Explanation =>
        """
        A service and its build name the secrets they may read; where each comes from stands under the top-level `secrets`. Without such an entry
        Compose refuses the whole file: `service "db" refers to undefined secret password`, for a build `refers to undefined build secret`.

        Correct the name, or declare the secret with `file` or `environment`, or as `external: true`.
        """;

    public override string BadExample =>
        """
        services:
          db:
            image: postgres
            secrets:
              - pasword

        secrets:
          password:
            environment: DB_PASSWORD
        """;

    public override string GoodExample =>
        """
        services:
          db:
            image: postgres
            secrets:
              - password

        secrets:
          password:
            environment: DB_PASSWORD
        """;

    internal override void Check(RuleContext context) => ProjectProblems.Report(context, this);
}
