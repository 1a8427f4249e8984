namespace LspCompose.Analysis.Projects;

/// <summary>A value that could not be worked out, for instance for a variable that is missing; why has been told already, so nothing more is said about it.</summary>
public sealed class ConfigUnknown(SourcePlace place) : ConfigNode(place)
{
    /// <inheritdoc/>
    public override string KindName => "an unknown value";
}
