using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Rules;

/// <summary>One thing the analysis looks for: its identity, its documentation and its check. One class a rule, without state.</summary>
public abstract class Rule
{
    /// <summary>Stable kebab-case name of the bad pattern, for instance <c>circular-link</c>.</summary>
    public abstract string Id { get; }

    /// <summary>The group it is listed under.</summary>
    public abstract RuleCategory Category { get; }

    /// <summary>Its severity unless a setting says otherwise.</summary>
    public abstract Severity DefaultSeverity { get; }

    /// <summary>One line that names the problem.</summary>
    public abstract string Title { get; }

    /// <summary>Why it matters and what to do, in Markdown.</summary>
    public abstract string Explanation { get; }

    /// <summary>A Compose file in which the rule finds something; run as a test.</summary>
    public abstract string BadExample { get; }

    /// <summary>The mended file, in which no rule finds anything; run as a test.</summary>
    public abstract string GoodExample { get; }

    /// <summary>The engine the examples are judged beside; null for rules that need none.</summary>
    internal virtual EngineView? ExampleEngine => null;

    /// <summary>Looks for the problem in one file and reports every place of it.</summary>
    internal abstract void Check(RuleContext context);

    /// <summary>Address of the rule's page.</summary>
    public Uri Url => new($"https://github.com/lspcompose/lspcompose/blob/main/docs/rules/{Id}.md");
}
