using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>
/// The edits that migrate a file, none if there is nothing to do, with a report: what they convert, what is left as it is and why, and what
/// changes for the running system.
/// </summary>
public sealed record MigrationResult(IReadOnlyList<TextEdit> Edits)
{
    /// <summary>What is converted.</summary>
    public IReadOnlyList<MigrationNote> Converted { get; init; } = [];

    /// <summary>What is left, each with the reason.</summary>
    public IReadOnlyList<MigrationNote> Left { get; init; } = [];

    /// <summary>What changes at run time, one sentence each.</summary>
    public IReadOnlyList<string> RuntimeChanges { get; init; } = [];

    /// <summary>What may need the old form, one sentence each; empty when the migration is safe.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>The services among which a start order is given up, in quotes.</summary>
    internal IReadOnlyList<string> Unordered { get; init; } = [];

    /// <summary>True when a service gets a network alias.</summary>
    internal bool HasNewAliases { get; init; }

    /// <summary>Name of the network the edits create, null when they create none.</summary>
    public string? NetworkName { get; init; }

    /// <summary>True when names resolve to the same services as before, so the edits may be applied without asking.</summary>
    public bool IsSafe => Doubts.Count == 0;
}
