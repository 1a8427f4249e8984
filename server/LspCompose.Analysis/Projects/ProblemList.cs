using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Projects;

/// <summary>Gathers problems; of two with the same rule and place the first stays, so later stages need not know what earlier ones said.</summary>
public sealed class ProblemList
{
    private readonly HashSet<(string RuleId, string Path, TextSpan Span)> seen = [];
    private readonly List<Problem> problems = [];

    /// <summary>The problems in the order they were found.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>Adds a problem unless one of its rule is at its place already.</summary>
    public void Add(Problem problem)
    {
        if (seen.Add((problem.RuleId, problem.Place.Path, problem.Place.Span)))
        {
            problems.Add(problem);
        }
    }

    /// <summary>Adds a problem unless one of its rule is at its place already.</summary>
    public void Add(string ruleId, SourcePlace place, string message) => Add(new Problem(ruleId, place, message));
}
