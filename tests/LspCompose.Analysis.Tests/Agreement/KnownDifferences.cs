namespace LspCompose.Analysis.Tests.Agreement;

/// <summary>Why we answer otherwise than Compose, case by case.</summary>
internal static class KnownDifferences
{
    private const string ExtensionKey = "Compose takes a key that begins with `x-` for an extension even among free keys and prints `#extensions` in its place, a bug; we print the key.";

    private const string MissingFile =
        "The recording lacks a file the case needs. A file looked at on its own may be meant for another machine, so what is not there is a warning; with `-f`, or without a path, it is the error Compose makes of it.";

    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["ef-raw"] = "The recorded program lacks the format `raw`, which Docker Compose 2.30 and newer have; we accept it.",
        ["gx-args-x"] = ExtensionKey,
        ["gx-driveropts-x"] = ExtensionKey,
        ["gx-labels-x"] = ExtensionKey,
        ["gx-logopt-x"] = ExtensionKey,
        ["gx-reset-dup"] = "Compose 2.26 lets one of two equal keys be marked `!reset`; newer ones refuse it, and so do we for both.",
        ["gx-reset-dup2"] = "Compose 2.26 lets one of two equal keys be marked `!reset`; newer ones refuse it, and so do we for both.",
        ["gx-sysctls-x"] = ExtensionKey,
        ["gx-ulimits-x"] = ExtensionKey,
        ["invalid-extends-TestExtendsWithServiceRef-L343.yml"] = MissingFile,
        ["invalid-extends-TestExtendsWithServiceRef-L367.yml"] = MissingFile,
        ["invalid-extends-TestExtendsWithServiceRef-L379.yml"] = MissingFile,
        ["invalid-loader-TestWithSelectedServicesOption_SkipsMissingEnvFile.yml"] = MissingFile,
    };

    /// <summary>True when the reason is known.</summary>
    public static bool Explains(string name) => Reasons.ContainsKey(name);

    /// <summary>The reason; a request for one where there is none.</summary>
    public static string ReasonFor(string name) => Reasons.GetValueOrDefault(name, "not explained yet");
}
