using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Rules;

/// <summary>A variable that is filled in but set nowhere.</summary>
internal sealed class UnsetVariableRule : Rule
{
    public override string Id => "unset-variable";

    public override RuleCategory Category => RuleCategory.Interpolation;

    public override Severity DefaultSeverity => Severity.Warning;

    public override string Title => "A variable is not set, so nothing is put in its place.";

    public override string Explanation =>
        """
        Compose takes variables from the shell, then from `.env` beside the project's first file (or the files of `--env-file`). For one that is set in
        neither it puts in nothing and warns: `The "TAG" variable is not set. Defaulting to a blank string.` An image without its tag or a port
        without its number then fails later, far from the cause.

        Set it in `.env`, or write a default: `${TAG:-latest}`. `${TAG:-}` says that empty is meant. `env_file` and `environment` of a service reach the
        container only; Compose does not fill in anything from them.

        A required variable (`${TAG:?message}`) that is not set is an error: Compose stops with `required variable TAG is missing a value`.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx:${TAG}
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx:${TAG:-latest}
        """;

    internal override void Check(RuleContext context) => ProjectProblems.Report(context, this);
}
