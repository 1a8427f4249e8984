using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Features.Navigation;

/// <summary>The edits of a renaming in all files, or why it is refused.</summary>
public sealed record RenameResult(IReadOnlyList<FileEdit> Edits)
{
    /// <summary>Why nothing is renamed, in words for the user; null when the edits count.</summary>
    public string? Refusal { get; init; }
}
