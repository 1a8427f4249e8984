namespace LspCompose.Analysis.Migration;

/// <summary>What becomes of an item of <c>links</c> or <c>external_links</c>.</summary>
internal enum LinkOutcome
{
    /// <summary>It stays as it is, or with another target where it led through an ambassador.</summary>
    Stays,

    /// <summary>It goes; the names it gave lead where they led before.</summary>
    Removed,

    /// <summary>It moves to <c>external_links</c>, which give the same name without a start order.</summary>
    BecomesExternal,
}
