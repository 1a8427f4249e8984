namespace LspCompose.Analysis.Findings;

/// <summary>How an editor may render a finding beside its severity (LSP DiagnosticTag).</summary>
public enum FindingTag
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>Text that has no effect: faded out.</summary>
    Unnecessary = 1,

    /// <summary>Outdated text: struck through.</summary>
    Deprecated = 2,
}
