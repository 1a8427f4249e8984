using LspCompose.Analysis.Rules;

namespace LspCompose.Cli;

/// <summary>Guesses what a misspelt word was meant to be.</summary>
internal static class Suggestion
{
    /// <summary>Says that there is no such rule, and which one may be meant.</summary>
    public static string NoRule(string id) =>
        $"there is no rule '{id}'; {For(id, RuleCatalogue.All.Select(rule => rule.Id)) ?? "'lspcompose explain --all' explains every rule"}";

    /// <summary>"did you mean 'x'?" for the nearest of the known words, null when none is near.</summary>
    public static string? For(string word, IEnumerable<string> known)
    {
        var nearest = known.Select(candidate => (Word: candidate, Distance: Distance(word, candidate))).MinBy(pair => pair.Distance);
        return nearest.Word is { } found && nearest.Distance <= Math.Max(2, found.Length / 3) ? $"did you mean '{found}'?" : null;
    }

    /// <summary>Number of characters to insert, delete or replace to get from one word to the other (Levenshtein).</summary>
    private static int Distance(string from, string to)
    {
        var costs = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var row = 1; row <= from.Length; row++)
        {
            var diagonal = costs[0];
            costs[0] = row;
            for (var column = 1; column <= to.Length; column++)
            {
                var replaced = diagonal + (from[row - 1] == to[column - 1] ? 0 : 1);
                diagonal = costs[column];
                costs[column] = Math.Min(replaced, Math.Min(costs[column], costs[column - 1]) + 1);
            }
        }

        return costs[^1];
    }
}
