namespace LspCompose.Analysis.Features;

/// <summary>
/// Lines that can be folded into the first of them; all are 0-based. Of a bracketed value whose closing bracket begins a line, <see cref="BracketLine"/> is that line, which
/// is not among those folded, and <see cref="BracketOffset"/> the bracket's 0-based UTF-16 offset. <see cref="Depth"/> is the number of folds around it.
/// </summary>
public sealed record Fold(int StartLine, int EndLine, FoldKind Kind, int Depth)
{
    /// <summary>The line of the closing bracket; null where there is none that begins a line.</summary>
    public int? BracketLine { get; init; }

    /// <summary>The closing bracket's offset.</summary>
    public int BracketOffset { get; init; }
}
