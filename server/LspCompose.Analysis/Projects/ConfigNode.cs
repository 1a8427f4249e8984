namespace LspCompose.Analysis.Projects;

/// <summary>
/// A value of a project as Compose sees it: aliases followed, merge keys applied, variables filled in. Immutable; every node knows the place it was written.
/// </summary>
public abstract class ConfigNode(SourcePlace place)
{
    /// <summary>Where the value is written; the key where no value is.</summary>
    public SourcePlace Place { get; } = place;

    /// <summary>The kind in the words of messages: <c>a mapping</c>, <c>a list</c>, <c>text</c>, <c>a number</c>, ….</summary>
    public abstract string KindName { get; }
}
