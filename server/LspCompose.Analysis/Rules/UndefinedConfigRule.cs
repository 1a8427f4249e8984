using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Rules;

/// <summary>A service that uses a config nobody declares.</summary>
internal sealed class UndefinedConfigRule : Rule
{
    public override string Id => "undefined-config";

    public override RuleCategory Category => RuleCategory.Reference;

    public override Severity DefaultSeverity => Severity.Error;

    public override string Title => "A service uses a config that is not defined.";

    public override string Explanation =>
        """
        A service names the configs it gets; what is in them stands under the top-level `configs`. Without such an entry Compose refuses the whole
        file: `service "web" refers to undefined config site`.

        Correct the name, or declare the config with `file`, `content` or `environment`, or as `external: true`.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            configs:
              - site
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
            configs:
              - site

        configs:
          site:
            content: |
              server_tokens off;
        """;

    internal override void Check(RuleContext context) => ProjectProblems.Report(context, this);
}
