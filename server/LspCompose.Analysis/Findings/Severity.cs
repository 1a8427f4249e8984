namespace LspCompose.Analysis.Findings;

/// <summary>How grave a finding is, gravest first, as in LSP's DiagnosticSeverity.</summary>
public enum Severity
{
    /// <summary>Compose refuses the file, or it cannot work.</summary>
    Error = 1,

    /// <summary>Works today, outdated or dangerous.</summary>
    Warning = 2,

    /// <summary>Worth knowing.</summary>
    Info = 3,

    /// <summary>Shown only unobtrusively.</summary>
    Hint = 4,
}
