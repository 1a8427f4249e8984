namespace LspCompose.Analysis.Settings;

/// <summary>Targets as they are written in settings and on the command line.</summary>
public static class TargetNames
{
    /// <summary>All names, the default first.</summary>
    public static IReadOnlyList<string> All { get; } = ["latest", "compose-2.26"];

    /// <summary>The target of a name; null for anything else.</summary>
    public static ComposeTarget? Parse(string? name) => name switch
    {
        "latest" => ComposeTarget.Latest,
        "compose-2.26" => ComposeTarget.Compose226,
        _ => null,
    };
}
