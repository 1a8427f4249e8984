using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Rules;

/// <summary>Files that include each other in a circle.</summary>
internal sealed class IncludeCycleRule : Rule
{
    public override string Id => "include-cycle";

    public override RuleCategory Category => RuleCategory.Consistency;

    public override Severity DefaultSeverity => Severity.Error;

    public override string Title => "Files include each other in a circle.";

    public override string Explanation =>
        """
        `include` loads another file as a whole, with all that one includes. When this leads back to a file on the way, Compose refuses the project:
        `include cycle detected:`, followed by the files. The shortest circle is a file that includes itself, as `compose.yaml` does below.

        Take one of the includes out. What both files need can move into a third one that includes neither.
        """;

    public override string BadExample =>
        """
        include:
          - compose.yaml

        services:
          web:
            image: nginx
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
        """;

    internal override void Check(RuleContext context) => ProjectProblems.Report(context, this);
}
