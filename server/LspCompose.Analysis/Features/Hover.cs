namespace LspCompose.Analysis.Features;

/// <summary>Explains the place under the cursor.</summary>
public static class Hover
{
    /// <summary>What is known about the text at a 0-based UTF-16 offset, null when nothing is.</summary>
    public static HoverContent? At(Workspace workspace, string path, int offset) => null;
}
