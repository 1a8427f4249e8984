namespace LspCompose.Analysis.Findings;

/// <summary>What kind of change a fix is.</summary>
public enum FixKind
{
    /// <summary>Mends one finding.</summary>
    QuickFix,

    /// <summary>Changes the form of something where it stands.</summary>
    Rewrite,

    /// <summary>Moves something to a place of its own and refers to it.</summary>
    Extract,

    /// <summary>Puts what is referred to in the place of the reference.</summary>
    Inline,

    /// <summary>Mends every finding of its kind in the file.</summary>
    Source,

    /// <summary>Brings a whole file up to date.</summary>
    Modernize,
}
