using System.Runtime.CompilerServices;
using LspCompose.Analysis;
using LspCompose.Analysis.Settings;
using LspCompose.Lsp.Files;
using LspCompose.Yaml.Text;

namespace LspCompose.Lsp.Sessions;

/// <summary>Finds the settings file that holds for a file: that of the nearest folder at or above it that has any.</summary>
internal static class FolderSettings
{
    private static readonly ConditionalWeakTable<SourceText, SettingsContent> Known = [];

    /// <summary>Where a settings file for a file may be, nearest first.</summary>
    public static IEnumerable<string> Candidates(string path)
    {
        if (!FileUris.IsFile(path))
        {
            yield break;
        }

        for (var end = path.LastIndexOf('/'); end >= 0; end = end == 0 ? -1 : path.LastIndexOf('/', end - 1))
        {
            yield return $"{path[..end]}/{SettingsFile.Name}";
        }
    }

    /// <summary>The path and text of the settings file that holds for a file; null when there is none or the nearest one cannot be read.</summary>
    public static (string Path, SourceText Text)? Find(Workspace workspace, string path)
    {
        foreach (var candidate in Candidates(path))
        {
            switch (workspace.Find(candidate))
            {
                case FileContent.Present present:
                    return (candidate, present.Text);
                case FileContent.Unreadable:
                    return null;
            }
        }

        return null;
    }

    /// <summary>What a settings file says; read once for each text.</summary>
    public static SettingsContent Read(SourceText text) => Known.GetValue(text, SettingsFile.Read);
}
