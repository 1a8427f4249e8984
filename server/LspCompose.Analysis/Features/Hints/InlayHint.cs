namespace LspCompose.Analysis.Features.Hints;

/// <summary>A short text shown at a 0-based UTF-16 offset, and what there is more to say.</summary>
public sealed record InlayHint(InlayHintKind Kind, int Offset, string Label, string Tooltip);
