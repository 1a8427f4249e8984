using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Rules;

/// <summary>Services that extend each other in a circle.</summary>
internal sealed class ExtendsCycleRule : Rule
{
    public override string Id => "extends-cycle";

    public override RuleCategory Category => RuleCategory.Consistency;

    public override Severity DefaultSeverity => Severity.Error;

    public override string Title => "Services extend each other in a circle, so none of them can be worked out.";

    public override string Explanation =>
        """
        `extends` starts from a copy of another service. In a circle there is nothing to start from, and Compose refuses the whole file:
        `Circular reference:`, followed by the services on the way round. The circle may lead through other files.

        Take one `extends` out. What the services share fits well into one more service that extends nothing, or into an anchor under an `x-` key.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            extends: worker
          worker:
            extends: web
            command: work
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
          worker:
            extends: web
            command: work
        """;

    internal override void Check(RuleContext context) => ProjectProblems.Report(context, this);
}
