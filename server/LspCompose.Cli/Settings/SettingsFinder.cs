using LspCompose.Analysis;
using LspCompose.Analysis.Settings;
using LspCompose.Cli.Input;

namespace LspCompose.Cli.Settings;

/// <summary>
/// Finds the settings that hold for a file: those of the nearest folder at or above it that has any, and what the command line says beside. Each settings file is read once.
/// </summary>
internal sealed class SettingsFinder(Host host, DiskFileSource source, Problems problems)
{
    private readonly Dictionary<string, AnalysisSettings> byFolder = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SettingsContent> files = new(StringComparer.Ordinal);

    /// <summary>The settings files that were read so far, in no particular order, by their absolute paths.</summary>
    public IEnumerable<KeyValuePair<string, SettingsContent>> Files => files;

    /// <summary>The Compose to agree with whatever settings say; null to let them say it.</summary>
    public ComposeTarget? Target { get; init; }

    /// <summary>The settings for a file by its absolute path.</summary>
    public AnalysisSettings For(string fullPath) => In(Path.GetDirectoryName(fullPath) ?? host.CurrentDirectory);

    private AnalysisSettings In(string folder)
    {
        if (!byFolder.TryGetValue(folder, out var settings))
        {
            var file = Path.Combine(folder, SettingsFile.Name);
            settings = source.Read(file) is FileContent.Present or FileContent.Unreadable ? Read(file) : Path.GetDirectoryName(folder) is { } above ? In(above) : Complete(AnalysisSettings.Default);
            byFolder.Add(folder, settings);
        }

        return settings;
    }

    private AnalysisSettings Read(string file)
    {
        var path = InputPath.File(host, ".", file);
        if (InputReader.Read(host, source, path, problems) is not { } read)
        {
            return Complete(AnalysisSettings.Default);
        }

        var content = SettingsFile.Read(read.Text);
        files.Add(file, content);
        return Complete(content.Settings);
    }

    private AnalysisSettings Complete(AnalysisSettings settings) => settings with { Environment = host.Environment, Target = Target ?? settings.Target };
}
