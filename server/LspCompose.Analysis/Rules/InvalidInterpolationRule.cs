using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Rules;

/// <summary>A brace after a dollar sign that begins no variable reference.</summary>
internal sealed class InvalidInterpolationRule : Rule
{
    public override string Id => "invalid-interpolation";

    public override RuleCategory Category => RuleCategory.Interpolation;

    public override Severity DefaultSeverity => Severity.Error;

    public override string Title => "A `${` begins something that is not a variable reference.";

    public override string Explanation =>
        """
        Compose fills in variables before anything else looks at a value, so it must understand every `${`. It knows only part of what a shell knows and
        refuses the whole file otherwise: `invalid interpolation format for services.web.command. You may need to escape any $ with another $.`

        - a variable: `$NAME`, `${NAME}`
        - with a default when it is unset or empty: `${NAME:-default}`; when it is unset only: `${NAME-default}`
        - required: `${NAME:?message}`, `${NAME?message}`
        - something else when it is set: `${NAME:+replacement}`, `${NAME+replacement}`
        - a `$` that is meant for the shell in the container, or belongs to a password: `$$`

        Names consist of letters, digits and `_`. Single quotes do not protect a `$`; they are YAML's, not the shell's.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            command: sh -c 'echo ${HOSTNAME%%.*}'
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
            command: sh -c 'echo $${HOSTNAME%%.*}'
        """;

    internal override void Check(RuleContext context) => ProjectProblems.Report(context, this);
}
