namespace LspCompose.Analysis.Migration;

/// <summary>Why a conversion may change what somebody notices, as a clause of a sentence.</summary>
internal sealed record Doubt(string Reason, DoubtKind Kind);
