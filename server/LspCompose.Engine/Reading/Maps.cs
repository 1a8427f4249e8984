namespace LspCompose.Engine.Reading;

/// <summary>Lists and maps of an engine's answers, which are null where they are empty.</summary>
internal static class Maps
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>Labels.</summary>
    public static IReadOnlyDictionary<string, string> Of(IDictionary<string, string>? labels) =>
        labels is { Count: > 0 } ? new Dictionary<string, string>(labels.Select(label => KeyValuePair.Create(label.Key, label.Value ?? "")), StringComparer.Ordinal) : None;

    /// <summary>The names of environment variables. The values may be secret: they are dropped here, before anything else sees them.</summary>
    public static IReadOnlyList<string> NamesOf(IEnumerable<string>? environment) =>
        [.. (environment ?? []).Select(variable => variable.Split('=', 2)[0]).Where(name => name.Length > 0)];
}
