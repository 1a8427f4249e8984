namespace LspCompose.Analysis.Formatting;

/// <summary>What is set apart by a blank line.</summary>
public enum BlankLines
{
    /// <summary>What is set apart already.</summary>
    Keep,

    /// <summary>The top-level sections of a file.</summary>
    Sections,

    /// <summary>The top-level sections and the services.</summary>
    Services,
}
