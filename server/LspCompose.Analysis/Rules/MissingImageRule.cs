using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Rules;

/// <summary>A service with nothing to run.</summary>
internal sealed class MissingImageRule : Rule
{
    public override string Id => "missing-image";

    public override RuleCategory Category => RuleCategory.Consistency;

    public override Severity DefaultSeverity => Severity.Error;

    public override string Title => "A service has neither an image nor a build.";

    public override string Explanation =>
        """
        A container is made from an image: `image` names one, `build` makes one. With neither Compose refuses the whole file:
        `service "web" has neither an image nor a build context specified`. An empty `image` counts as none.

        Add one of them. Often the key is there but indented wrongly, or the service was meant to extend another one. A file that is merged over
        others (an override file) may leave it out; it is judged with the files it belongs to.
        """;

    public override string BadExample =>
        """
        services:
          web:
            ports:
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
