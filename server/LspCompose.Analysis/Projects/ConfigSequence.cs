namespace LspCompose.Analysis.Projects;

/// <summary>A list.</summary>
public sealed class ConfigSequence(SourcePlace place, IEnumerable<ConfigNode> items) : ConfigNode(place)
{
    /// <summary>The items in order.</summary>
    public IReadOnlyList<ConfigNode> Items { get; } = [.. items];

    /// <inheritdoc/>
    public override string KindName => "a list";
}
