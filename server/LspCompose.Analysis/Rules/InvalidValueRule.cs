using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Fixes;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Rules;

/// <summary>A value Compose does not take; for now aliases that lead nowhere and merge keys without a mapping.</summary>
internal sealed class InvalidValueRule : Rule
{
    public override string Id => "invalid-value";

    public override RuleCategory Category => RuleCategory.Value;

    public override Severity DefaultSeverity => Severity.Error;

    public override string Title => "A value is not one that Compose takes at this place.";

    public override string Explanation =>
        """
        - An alias (`*name`) stands for the part marked `&name` further up in the file. Without such an anchor before it Compose stops with
          `unknown anchor 'name' referenced`; an alias inside the part it stands for would never end.
        - A merge key (`<<`) takes over the entries of a mapping, or of several: `<<: *base`, `<<: [*base, *logging]`. Of anything else Compose says
          `map merge requires map or sequence of maps as the value`.
        """;

    public override string BadExample =>
        """
        x-base: &base
          restart: always
        services:
          web:
            <<: *bas
            image: nginx
        """;

    public override string GoodExample =>
        """
        x-base: &base
          restart: always
        services:
          web:
            <<: *base
            image: nginx
        """;

    internal override void Check(RuleContext context)
    {
        ProjectProblems.Report(context, this);

        // Hardly any file has either; the search costs less than a walk through the tree.
        var content = context.File.Text.Content;
        if (!content.Contains('*') && !content.Contains("<<", StringComparison.Ordinal))
        {
            return;
        }

        var model = context.File.Model;
        foreach (var alias in model.Anchors.Aliases)
        {
            if (model.Anchors.Find(alias) is null)
            {
                ReportAlias(context, alias);
            }
        }

        foreach (var merge in model.Anchors.Merges)
        {
            var value = model.Resolve(merge.Value);
            if (!value.IsAlias && !value.IsMapping && !(value.IsSequence && value.Items.All(item => model.Resolve(item.Value) is { IsMapping: true } or { IsAlias: true })))
            {
                var place = merge.Value.IsMissing ? merge.Key.Span : merge.Value.Span;
                context.Report(place, "'<<' takes over the entries of a mapping; this is none. Give it an alias of a mapping, or a list of them.");
            }
        }
    }

    private static void ReportAlias(RuleContext context, YamlNode alias)
    {
        var anchors = context.File.Model.Anchors;
        if (anchors.Names.Contains(alias.Value))
        {
            context.Report(alias.Span, $"Alias '*{alias.Value}' stands before the end of the part '&{alias.Value}' marks, so it has nothing to stand for. Put it after that part.");
            return;
        }

        var nearest = Spelling.Nearest(alias.Value, anchors.Names);
        var advice = nearest is null ? $"Mark the part it stands for with '&{alias.Value}', further up in the file." : $"Did you mean '*{nearest}'?";
        context.Report(alias.Span, $"No anchor '&{alias.Value}' stands before this alias. {advice}", fixes: () => nearest is null
            ? []
            : [new Fix($"Change '*{alias.Value}' to '*{nearest}'", FixKind.QuickFix, () => [new FileEdit(context.File.Path, new TextEdit(alias.Span, "*" + nearest))]) { IsSafe = false, IsPreferred = true }]);
    }
}
