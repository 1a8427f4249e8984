namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Compares values without regard to where they were written and in which order keys stand.</summary>
internal static class ConfigEquality
{
    /// <summary>True when both mean the same.</summary>
    public static bool AreEqual(ConfigNode first, ConfigNode second) => (first, second) switch
    {
        (ConfigScalar one, ConfigScalar other) => Equals(one.Value, other.Value),
        (ConfigSequence one, ConfigSequence other) => one.Items.Count == other.Items.Count && one.Items.Zip(other.Items).All(pair => AreEqual(pair.First, pair.Second)),
        (ConfigMapping one, ConfigMapping other) => one.Entries.Count == other.Entries.Count && one.Entries.All(entry => other.Get(entry.Key) is { } value && AreEqual(entry.Value, value)),
        _ => false,
    };
}
