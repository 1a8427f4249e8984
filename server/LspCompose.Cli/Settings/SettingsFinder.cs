using LspCompose.Analysis;
using LspCompose.Cli.Input;

namespace LspCompose.Cli.Settings;

/// <summary>Finds the settings that hold for a file: those of the nearest folder at or above it that has any. Each settings file is read once.</summary>
internal sealed class SettingsFinder(Host host, DiskFileSource source, Problems problems)
{
    private readonly Dictionary<string, AnalysisSettings> byFolder = new(StringComparer.Ordinal);

    /// <summary>The settings for a file; for standard input those of the current folder.</summary>
    public AnalysisSettings For(InputPath path) =>
        In((path.FullPath is { } full ? Path.GetDirectoryName(full) : null) ?? host.CurrentDirectory);

    private AnalysisSettings In(string folder)
    {
        if (!byFolder.TryGetValue(folder, out var settings))
        {
            var file = Path.Combine(folder, SettingsFile.Name);
            settings = File.Exists(file) ? Read(file) : Path.GetDirectoryName(folder) is { } above ? In(above) : AnalysisSettings.Default;
            byFolder.Add(folder, settings);
        }

        return settings;
    }

    private AnalysisSettings Read(string file)
    {
        var path = InputPath.File(host, ".", file);
        return InputReader.Read(host, source, path, problems) is { } read ? SettingsFile.Parse(path.Display, read.Text, problems) : AnalysisSettings.Default;
    }
}
