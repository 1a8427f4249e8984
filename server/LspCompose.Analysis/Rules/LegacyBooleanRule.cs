using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Fixes;
using LspCompose.Analysis.Model;
using LspCompose.Analysis.Projects.Loading;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Rules;

/// <summary>The words YAML 1.1 had for true and false.</summary>
internal sealed class LegacyBooleanRule : Rule
{
    // Deeper than any place that takes a boolean.
    private const int MaxDepth = 16;

    public override string Id => "legacy-boolean";

    public override RuleCategory Category => RuleCategory.Legacy;

    public override Severity DefaultSeverity => Severity.Warning;

    public override string Title => "`yes`, `no`, `on` and `off` are no booleans any more.";

    public override string Explanation =>
        """
        In YAML 1.1 `yes`, `on` and `y` were true, `no`, `off` and `n` false; in YAML 1.2 they are text. Where an attribute takes a boolean, Compose still understands
        them, but warns: `"yes" for boolean is not supported by YAML 1.2, please use true`. Other tools take them for text. Write `true` or `false`.

        Where text is meant (`environment`, `labels`, `restart: "no"`) nothing is said.
        """;

    public override string BadExample =>
        """
        services:
          shell:
            image: alpine
            tty: yes
            read_only: off
        """;

    public override string GoodExample =>
        """
        services:
          shell:
            image: alpine
            tty: true
            read_only: false
        """;

    internal override void Check(RuleContext context)
    {
        if (context.File.Model.Format == ComposeFormat.Current)
        {
            var table = context.Workspace.Settings.Target == ComposeTarget.Latest ? CastTable.Latest : CastTable.Compose226;
            var walk = new Walk(context);
            foreach (var root in context.File.Model.Roots)
            {
                walk.Into(root, table, 0);
            }
        }
    }

    private sealed class Walk(RuleContext context)
    {
        private readonly HashSet<(TextSpan, PathTable<ScalarType>)> seen = [];
        private readonly HashSet<TextSpan> reported = [];

        public void Into(YamlNode written, PathTable<ScalarType> table, int depth)
        {
            var node = context.File.Model.Resolve(written);
            if (node.IsScalar)
            {
                Judge(node, table);
                return;
            }

            // What several services share is looked at once.
            if (depth > MaxDepth || !seen.Add((node.Span, table)))
            {
                return;
            }

            foreach (var entry in node.Entries)
            {
                if (entry.Key is { Style: ScalarStyle.Plain, Value: "<<" })
                {
                    Merged(context.File.Model.Resolve(entry.Value), table, depth + 1);
                }
                else if (table.Below(entry.Name) is { } below)
                {
                    Into(entry.Value, below, depth + 1);
                }
            }

            if (node.IsSequence && table.Below("[]") is { } ofItems)
            {
                foreach (var item in node.Items)
                {
                    Into(item.Value, ofItems, depth + 1);
                }
            }
        }

        private void Merged(YamlNode source, PathTable<ScalarType> table, int depth)
        {
            if (source.IsMapping)
            {
                Into(source, table, depth);
            }

            foreach (var item in source.Items)
            {
                Into(item.Value, table, depth);
            }
        }

        private void Judge(YamlNode node, PathTable<ScalarType> table)
        {
            if (table.Fact != ScalarType.Boolean || node.Tag is not null || node.Style is ScalarStyle.Literal or ScalarStyle.Folded || Booleans.Parse(node.Value) is not bool flag)
            {
                return;
            }

            var text = flag ? "true" : "false";
            if (!node.Value.Equals(text, StringComparison.OrdinalIgnoreCase) && reported.Add(node.Span))
            {
                context.Report(node.Span, $"'{node.Value}' is text in YAML 1.2; Compose takes it for a boolean and warns. Write {text}.", fixes: () => [ScalarFixes.Replace(context.File, node, text)]);
            }
        }
    }
}
