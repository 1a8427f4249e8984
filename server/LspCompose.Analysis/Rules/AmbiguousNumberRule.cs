using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Fixes;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Rules;

/// <summary>A port that older YAML reads as a number to base 60.</summary>
internal sealed class AmbiguousNumberRule : Rule
{
    public override string Id => "ambiguous-number";

    public override RuleCategory Category => RuleCategory.Value;

    public override Severity DefaultSeverity => Severity.Warning;

    public override string Title => "A port without quotes reads as a number to base 60.";

    public override string Explanation =>
        """
        YAML 1.1 takes `22:22` without quotes for a number to base 60: 22 × 60 + 22 = 1342. That happens when the part behind the colon is below 60.
        Compose v2 reads text, but docker-compose 1.x, PyYAML and other tools that read the same file publish another port, or none. Put such a port in quotes.
        """;

    public override string BadExample =>
        """
        services:
          git:
            image: gitea/gitea
            ports:
              - 2222:22
        """;

    public override string GoodExample =>
        """
        services:
          git:
            image: gitea/gitea
            ports:
              - "2222:22"
        """;

    internal override void Check(RuleContext context)
    {
        var reported = new HashSet<TextSpan>();
        foreach (var service in context.File.Model.Services)
        {
            if (service.Attribute("ports") is not { IsSequence: true } ports)
            {
                continue;
            }

            foreach (var item in ports.Items)
            {
                var port = service.Resolve(item.Value);
                if (port is { IsScalar: true, Style: ScalarStyle.Plain, Tag: null } && Base60(port.Value) is { } number && reported.Add(port.Span))
                {
                    context.Report(port.Span, $"'{port.Value}' without quotes is the number {number} for tools that read YAML 1.1, such as docker-compose 1.x. Put it in quotes.", fixes: () => [ScalarFixes.Quote(context.File, port)]);
                }
            }
        }
    }

    // A first part with a leading zero is text there, too.
    private static long? Base60(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 1 or > 5 || text[0] == '0' || text.Length - colon - 1 is < 1 or > 2)
        {
            return null;
        }

        return int.TryParse(text.AsSpan(0, colon), System.Globalization.NumberStyles.None, null, out var first) && int.TryParse(text.AsSpan(colon + 1), System.Globalization.NumberStyles.None, null, out var second) && second < 60
            ? (first * 60L) + second
            : null;
    }
}
