using LspCompose.Yaml.Text;

namespace LspCompose.Lsp.Sessions;

/// <summary>A document the client has open. Immutable; each change makes a new one.</summary>
internal sealed record OpenDocument(string Uri, int Version, SourceText Text)
{
    /// <summary>Length in UTF-16 code units beyond which a text is kept but not analysed: no Compose file is that long, and the session stays quick.</summary>
    public const int LongestAnalysed = 8 * 1024 * 1024;

    /// <summary>True when the text is short enough to be analysed.</summary>
    public bool IsAnalysed => Text.Length <= LongestAnalysed;
}
