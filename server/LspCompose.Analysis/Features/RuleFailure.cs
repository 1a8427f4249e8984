namespace LspCompose.Analysis.Features;

/// <summary>A rule that threw: a bug of ours. The other rules' findings are complete.</summary>
public sealed record RuleFailure(string RuleId, Exception Exception);
