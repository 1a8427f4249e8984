namespace LspCompose.Analysis.Features.Completion;

/// <summary>How useful suggestions are; numbers between are free.</summary>
internal static class SuggestionRank
{
    /// <summary>What has to be there.</summary>
    public const int Required = 0;

    /// <summary>What most files have.</summary>
    public const int Common = 100;

    /// <summary>Everything else.</summary>
    public const int Usual = 200;

    /// <summary>What is rarely meant.</summary>
    public const int Rare = 300;

    /// <summary>What should not be used.</summary>
    public const int Discouraged = 400;
}
