using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Refactorings;

/// <summary>A way to write something differently. Has no state; what it offers costs nothing until its edits are asked for.</summary>
internal abstract class Refactoring
{
    /// <summary>The kinds of what it offers.</summary>
    public abstract IReadOnlyList<FixKind> Kinds { get; }

    /// <summary>What can be done at a spot; empty where nothing applies.</summary>
    public abstract IEnumerable<Fix> At(Spot spot);
}
