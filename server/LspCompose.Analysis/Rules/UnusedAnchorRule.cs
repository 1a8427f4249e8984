using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Fixes;

namespace LspCompose.Analysis.Rules;

/// <summary>An anchor that no alias refers to.</summary>
internal sealed class UnusedAnchorRule : Rule
{
    public override string Id => "unused-anchor";

    public override RuleCategory Category => RuleCategory.Unused;

    public override Severity DefaultSeverity => Severity.Hint;

    public override string Title => "An anchor has no alias.";

    public override string Explanation =>
        """
        An anchor (`&name`) gives a value a name, so that an alias (`*name`) can repeat it below. Without an alias it does nothing. Anchors hold within one file:
        an override file or an included one cannot refer to them. Where two anchors have the same name, an alias means the last one above it.

        Remove the anchor, or use it.
        """;

    public override string BadExample =>
        """
        x-logging: &logging
          driver: local

        services:
          web:
            image: nginx
        """;

    public override string GoodExample =>
        """
        x-logging: &logging
          driver: local

        services:
          web:
            image: nginx
            logging: *logging
        """;

    internal override void Check(RuleContext context)
    {
        var file = context.File;

        // What cannot be read may hold the alias.
        if (file.Tree.Errors.Count > 0 || !file.Text.Content.Contains('&'))
        {
            return;
        }

        foreach (var node in file.Model.Anchors.Unused())
        {
            if (UnusedFixes.AnchorSpan(file, node) is { } span)
            {
                context.Report(span, $"No alias '*{node.Anchor}' refers to this anchor. Remove it.", fixes: () => [UnusedFixes.RemoveAnchor(file, span)], tag: FindingTag.Unnecessary);
            }
        }
    }
}
