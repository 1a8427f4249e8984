using LspCompose.Analysis.Migration;

namespace LspCompose.Analysis.Settings;

/// <summary>The words for the ways links are converted.</summary>
public static class StrategyNames
{
    /// <summary>A network of its own name, or the default network. The first is the default.</summary>
    public static IReadOnlyList<string> All { get; } = ["explicit", "minimal"];

    /// <summary>The strategy a word stands for, null for another word.</summary>
    public static NetworkStrategy? Parse(string? word) => word switch
    {
        "explicit" => NetworkStrategy.UserDefinedNetwork,
        "minimal" => NetworkStrategy.DefaultNetwork,
        _ => null,
    };
}
