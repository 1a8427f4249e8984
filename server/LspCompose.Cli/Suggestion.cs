using LspCompose.Analysis.Fixes;
using LspCompose.Analysis.Rules;

namespace LspCompose.Cli;

/// <summary>Guesses what a misspelt word was meant to be.</summary>
internal static class Suggestion
{
    /// <summary>Says that there is no such rule, and which one may be meant.</summary>
    public static string NoRule(string id)
    {
        var nearest = Spelling.Nearest(id, RuleCatalogue.All.Select(rule => rule.Id));
        return $"there is no rule '{id}'; {(nearest is null ? "'lspcompose explain --all' explains every rule" : $"did you mean '{nearest}'?")}";
    }
}
