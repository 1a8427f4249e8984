using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Features;

/// <summary>What the rules found in one file, ordered by place, and the rules that failed doing so.</summary>
public sealed record FileDiagnostics(IReadOnlyList<Finding> Findings, IReadOnlyList<RuleFailure> Failures);
