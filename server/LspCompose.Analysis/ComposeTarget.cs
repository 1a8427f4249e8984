namespace LspCompose.Analysis;

/// <summary>The Compose whose answers the analysis gives.</summary>
public enum ComposeTarget
{
    /// <summary>The newest Docker Compose known.</summary>
    Latest,

    /// <summary>Docker Compose 2.26, as Linux distributions ship it.</summary>
    Compose226,
}
