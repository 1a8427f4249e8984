namespace LspCompose.Analysis.Findings;

/// <summary>What kind of change a fix is.</summary>
public enum FixKind
{
    /// <summary>Mends one finding.</summary>
    QuickFix,

    /// <summary>Changes the form, keeps the meaning.</summary>
    Refactor,

    /// <summary>Mends every finding of its kind in the file.</summary>
    Source,
}
