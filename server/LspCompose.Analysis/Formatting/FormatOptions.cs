namespace LspCompose.Analysis.Formatting;

/// <summary>How a file is to be laid out.</summary>
public sealed record FormatOptions
{
    /// <summary>The least number of spaces a level can be indented by; with fewer a list could not be told from its key.</summary>
    public const int MinIndent = 2;

    /// <summary>The most spaces a level is indented by.</summary>
    public const int MaxIndent = 8;

    /// <summary>The number of spaces where nobody says how many.</summary>
    public const int DefaultIndent = 2;

    /// <summary>The layout of those who set nothing.</summary>
    public static FormatOptions Default { get; } = new();

    /// <summary>Spaces a level is indented by; null to leave it to the editor, else <see cref="DefaultIndent"/>.</summary>
    public int? Indent { get; init; }

    /// <summary>Where the dashes of lists stand.</summary>
    public SequenceStyle SequenceStyle { get; init; }

    /// <summary>In which order the keys of services are put.</summary>
    public ServiceKeyOrder KeyOrder { get; init; }

    /// <summary>What is set apart by a blank line; never by more than one.</summary>
    public BlankLines BlankLines { get; init; }

    /// <summary>Blanks at the ends of lines go.</summary>
    public bool TrimTrailingWhitespace { get; init; } = true;

    /// <summary>A last line without a line break gets one.</summary>
    public bool InsertFinalNewline { get; init; } = true;

    /// <summary>Blank lines at the end go.</summary>
    public bool TrimFinalNewlines { get; init; } = true;

    /// <summary>The number of spaces a level is indented by.</summary>
    internal int Step => Math.Clamp(Indent ?? DefaultIndent, MinIndent, MaxIndent);
}
