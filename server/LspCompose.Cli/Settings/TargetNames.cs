using LspCompose.Analysis;

namespace LspCompose.Cli.Settings;

/// <summary>Targets as they are written on the command line.</summary>
internal static class TargetNames
{
    /// <summary>The target of a name; null for anything else.</summary>
    public static ComposeTarget? Parse(string? name) => name switch
    {
        "latest" => ComposeTarget.Latest,
        "compose-2.26" => ComposeTarget.Compose226,
        _ => null,
    };
}
