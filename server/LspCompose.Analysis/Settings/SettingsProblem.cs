using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Settings;

/// <summary>Something in settings that has no effect: its place in 0-based UTF-16 offsets, and what is wrong.</summary>
public sealed record SettingsProblem(TextSpan Span, string Message)
{
    /// <summary>What was most likely meant in its place; null where nothing is near.</summary>
    public string? Nearest { get; init; }
}
