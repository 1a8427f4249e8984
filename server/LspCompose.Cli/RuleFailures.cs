using LspCompose.Analysis.Features;

namespace LspCompose.Cli;

/// <summary>Tells once per rule that it failed: a bug of ours that takes no other rule's findings away.</summary>
internal sealed class RuleFailures(TextWriter error)
{
    private readonly HashSet<string> reported = new(StringComparer.Ordinal);

    /// <summary>Reports the rules that failed for the first time.</summary>
    public void Report(string path, IReadOnlyList<RuleFailure> failures)
    {
        foreach (var failure in failures.Where(failure => reported.Add(failure.RuleId)))
        {
            var reason = $"{failure.Exception.GetType().Name}: {failure.Exception.Message}";
            error.WriteLine($"lspcompose: rule {failure.RuleId} failed on {Output.Printable.Line($"{path}: {reason}")}; its findings are missing, please report it");
        }
    }
}
