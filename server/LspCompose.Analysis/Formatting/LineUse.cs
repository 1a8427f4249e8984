namespace LspCompose.Analysis.Formatting;

/// <summary>What a line is part of, where that decides about its blanks.</summary>
internal enum LineUse
{
    /// <summary>Blanks at its end and blank lines mean nothing.</summary>
    Free,

    /// <summary>A line of a block scalar: every character may count.</summary>
    BlockScalar,

    /// <summary>A line of a quoted scalar that goes on below.</summary>
    Quoted,

    /// <summary>A line of a plain scalar that goes on below: blank lines count, blanks at its end do not.</summary>
    Plain,
}
