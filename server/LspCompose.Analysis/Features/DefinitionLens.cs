using LspCompose.Analysis.Projects;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features;

/// <summary>What to show above a definition.</summary>
/// <param name="Span">The defined name, in 0-based UTF-16 offsets.</param>
/// <param name="References">Where it is referred to, in all files of the project.</param>
public sealed record DefinitionLens(TextSpan Span, IReadOnlyList<SourcePlace> References)
{
    /// <summary>The service that can be run here, as a part of the project of <see cref="Files"/>; null for what cannot.</summary>
    public string? Service { get; init; }

    /// <summary>The files of the service's project, in their order.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
}
