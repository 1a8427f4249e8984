namespace LspCompose.Analysis.LinkEnvironment;

/// <summary>
/// An image that uses its links without a word of it in the file: what it reads, and <see cref="Until"/> when, as an end of a sentence (null where it still does or nobody knows).
/// </summary>
internal sealed record ImplicitLinkReader(string Repository, ImplicitLinkReaderKind Kind, string Reads, string? Until)
{
    /// <summary>The aliases it looks for, or how they begin; none for any.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Variables that tell it the same; with one of them it needs no link.</summary>
    public IReadOnlyList<string> Instead { get; init; } = [];

    /// <summary>True for an image that has nothing to do without such a variable, and exits.</summary>
    public bool ExitsWithout { get; init; }

    /// <summary>True for one that another orchestrator configures: it needs its links in the file, not on the default bridge.</summary>
    public bool IsOrchestrated => Repository.StartsWith("rancher/", StringComparison.Ordinal);

    /// <summary>True when it looks for a link of an alias.</summary>
    public bool Looks(string alias) => Aliases.Count == 0 || Aliases.Any(known => alias.StartsWith(known, StringComparison.OrdinalIgnoreCase));
}
