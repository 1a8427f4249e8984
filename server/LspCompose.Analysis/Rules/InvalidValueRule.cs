using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Fixes;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Rules;

/// <summary>A value Compose does not take, aliases that lead nowhere and merge keys without a mapping among them.</summary>
internal sealed class InvalidValueRule : Rule
{
    public override string Id => "invalid-value";

    public override RuleCategory Category => RuleCategory.Value;

    public override Severity DefaultSeverity => Severity.Error;

    public override string Title => "A value is not one that Compose takes at this place.";

    public override string Explanation =>
        """
        Compose refuses the whole file for one value it cannot use. The finding says what the place takes:

        - the right kind: a text, a number, `true` or `false`, a list or a mapping. Compose says `must be a string`, `must be a mapping` and the
          like, or `failed to cast to expected type` where a variable was filled in.
        - the right form: ports (`8080:80`, up to 65535), durations (`1m30s`), sizes (`512m`), mounts, devices, addresses, platforms, restart
          policies. Compose says for instance `invalid containerPort`, `invalid duration`, `invalid size`.
        - one of a few words, such as the condition of a dependency; an item that a list may hold only once; something an entry cannot do without.
        - an alias (`*name`) that stands after the part marked `&name` further up in the file. Without such an anchor before it Compose stops with
          `unknown anchor 'name' referenced`; an alias inside the part it stands for would never end.
        - at a merge key (`<<`) a mapping, or several: `<<: *base`, `<<: [*base, *logging]`. Of anything else Compose says
          `map merge requires map or sequence of maps as the value`.

        YAML reads some bare words as something else: `yes` may be a boolean, `1.20` a number. Quotes make a text of them.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            ports:
              - "80800:80"
            stop_grace_period: 30 seconds
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
            ports:
              - "8080:80"
            stop_grace_period: 30s
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
