using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Rules;

namespace LspCompose.Cli.Tests.Output;

/// <summary>A rule to report findings of; it finds nothing itself.</summary>
internal sealed class SampleRule(string id) : Rule
{
    public override string Id => id;

    public override RuleCategory Category => RuleCategory.Legacy;

    public override Severity DefaultSeverity => Severity.Warning;

    public override string Title => "A sample";

    public override string Explanation => "Why and what to do.";

    public override string BadExample => "";

    public override string GoodExample => "";
}
