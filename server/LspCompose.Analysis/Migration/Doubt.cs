using LspCompose.Analysis.Composition;

namespace LspCompose.Analysis.Migration;

/// <summary>Why a conversion may change what somebody notices, as a clause of a sentence.</summary>
internal sealed record Doubt(string Reason, DoubtKind Kind)
{
    /// <summary>Where what would notice is written, null where that is nowhere in particular.</summary>
    public ItemPlace? Place { get; init; }
}
