namespace LspCompose.Analysis.Settings;

/// <summary>What a settings file says, and what of it has no effect.</summary>
public sealed record SettingsContent(AnalysisSettings Settings, IReadOnlyList<SettingsProblem> Problems);
