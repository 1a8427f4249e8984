namespace LspCompose.Analysis.Findings;

/// <summary>A change to offer: one that mends a finding, or one that writes something differently. Its edits are worked out when first asked for, so offering it costs nothing.</summary>
public sealed class Fix(string title, FixKind kind, Func<IReadOnlyList<FileEdit>> computeEdits)
{
    private readonly Lazy<IReadOnlyList<FileEdit>> edits = new(computeEdits);

    /// <summary>What the fix does, starting with a verb.</summary>
    public string Title { get; } = title;

    /// <summary>What kind of change it is.</summary>
    public FixKind Kind { get; } = kind;

    /// <summary>True when the meaning of the file is kept, so it may be applied without asking.</summary>
    public bool IsSafe { get; init; } = true;

    /// <summary>True for the one fix most users want.</summary>
    public bool IsPreferred { get; init; }

    /// <summary>True when the fix makes a file, which not every editor can do.</summary>
    public bool CreatesFile { get; init; }

    /// <summary>The edits; they do not overlap. Applying the fix to its own result changes nothing.</summary>
    public IReadOnlyList<FileEdit> Edits => edits.Value;
}
