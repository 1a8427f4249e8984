using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Features;

/// <summary>A fix to offer at a place and the findings it mends.</summary>
public sealed record CodeAction(Fix Fix, IReadOnlyList<Finding> Findings);
