using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Fixes;

namespace LspCompose.Analysis.Rules;

/// <summary>The top-level <c>version</c>, which Compose v2 ignores with a warning.</summary>
internal sealed class ObsoleteVersionRule : Rule
{
    public override string Id => "obsolete-version";

    public override RuleCategory Category => RuleCategory.Legacy;

    public override Severity DefaultSeverity => Severity.Warning;

    public override string Title => "The top-level `version` has no meaning any more.";

    public override string Explanation =>
        """
        `version` told docker-compose 1.x which schema to use. Compose v2 always uses the current specification, ignores the
        value and prints a warning at every command. Remove the line.

        Keep it only while somebody still runs the file with docker-compose 1.x.
        """;

    public override string BadExample =>
        """
        version: "3.8"
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

    internal override void Check(RuleContext context)
    {
        foreach (var root in context.File.Model.Roots)
        {
            // In the first format a mapping called version is a service of that name.
            if (root.TryGetEntry("version", out var entry) && !entry.Value.IsMapping)
            {
                context.Report(
                    entry.Span,
                    $"'version: {context.File.Text.ToString(entry.Value.Span)}' is obsolete: Compose v2 ignores it and warns. Remove it.",
                    fixes: () => [LegacyFixes.RemoveVersion(context.File, entry)],
                    tag: FindingTag.Unnecessary);
            }
        }
    }
}
