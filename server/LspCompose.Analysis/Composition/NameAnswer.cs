namespace LspCompose.Analysis.Composition;

/// <summary>
/// What a name leads to: the services whose network stacks answer, none where nothing does. Ambiguous where another network of whoever asks answers
/// differently, so that the order of the networks' names decides.
/// </summary>
internal readonly record struct NameAnswer(IReadOnlyList<string> Services, bool IsAmbiguous)
{
    /// <summary>The answer of a name nobody has.</summary>
    public static NameAnswer Nothing { get; } = new([], false);

    /// <summary>True when something answers.</summary>
    public bool IsFound => Services.Count > 0;

    /// <summary>True when exactly the same services answer, for certain.</summary>
    public bool IsSameAs(NameAnswer other) => !IsAmbiguous && !other.IsAmbiguous && Services.Count == other.Services.Count && Services.All(other.Services.Contains);
}
