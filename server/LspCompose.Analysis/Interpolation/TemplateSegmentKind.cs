namespace LspCompose.Analysis.Interpolation;

/// <summary>How a segment of a value came about.</summary>
public enum TemplateSegmentKind
{
    /// <summary>The very characters of the source.</summary>
    Literal,

    /// <summary>Put in the place of a reference or of <c>$$</c>.</summary>
    Substituted,
}
