namespace LspCompose.Analysis.Images;

/// <summary>
/// A service ready to use: its usual name, the tag of its image, and the attributes besides <c>image</c>, <c>restart</c> and <c>healthcheck</c> as lines of YAML, indented by
/// two. Mounts whose source is no path name volumes to declare.
/// </summary>
internal sealed record ReadyService(string Name, string Tag, string Attributes)
{
    /// <summary>The time its container may take to start before a failing check counts.</summary>
    public string StartPeriod { get; init; } = "30s";
}
