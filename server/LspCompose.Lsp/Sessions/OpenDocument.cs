using LspCompose.Analysis.Settings;
using LspCompose.Lsp.Files;
using LspCompose.Yaml.Text;

namespace LspCompose.Lsp.Sessions;

/// <summary>A document the client has open. Immutable; each change makes a new one.</summary>
internal sealed record OpenDocument(string Uri, int Version, SourceText Text)
{
    /// <summary>Length in UTF-16 code units beyond which a text is kept but not analysed: no Compose file is that long, and the session stays quick.</summary>
    public const int LongestAnalysed = 8 * 1024 * 1024;

    /// <summary>What the document goes by in the workspace.</summary>
    public string Path { get; } = FileUris.ToPath(Uri);

    /// <summary>True when the text is short enough to be analysed.</summary>
    public bool IsAnalysed => Text.Length <= LongestAnalysed;

    /// <summary>True for our settings file, which is none for Compose.</summary>
    public bool IsSettings => Name == SettingsFile.Name;

    /// <summary>True for a file of variables, which projects read but which is no Compose file itself.</summary>
    public bool IsVariables => Analysis.Projects.ComposeFileNames.IsVariables(Name);

    private string Name => System.IO.Path.GetFileName(Path);
}
