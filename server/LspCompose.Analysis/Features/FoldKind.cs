namespace LspCompose.Analysis.Features;

/// <summary>What is folded.</summary>
public enum FoldKind
{
    /// <summary>A block, a value of several lines or a whole document.</summary>
    Block,

    /// <summary>Lines of comment.</summary>
    Comment,
}
