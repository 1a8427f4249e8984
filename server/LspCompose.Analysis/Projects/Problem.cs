using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Projects;

/// <summary>
/// Something wrong that came up while a project was loaded or judged, not yet tied to settings: the rule's id, the place and the message.
/// </summary>
public sealed record Problem(string RuleId, SourcePlace Place, string Message)
{
    /// <summary>Further places that belong to it.</summary>
    public IReadOnlyList<RelatedLocation> Related { get; init; } = [];

    /// <summary>Works out ways to mend it, best first; null when there are none.</summary>
    public Func<IReadOnlyList<Fix>>? Fixes { get; init; }

    /// <summary>How an editor may render it.</summary>
    public FindingTag Tag { get; init; }

    /// <summary>Its severity where that is not the rule's own; a severity set by the user wins over both.</summary>
    public Severity? Severity { get; init; }

    /// <summary>
    /// True when another file merged with this one could mend it (something missing rather than something wrong), so a fragment on its own is not blamed.
    /// </summary>
    public bool IsAboutMissing { get; init; }
}
