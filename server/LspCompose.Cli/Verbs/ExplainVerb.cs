using System.CommandLine;
using LspCompose.Analysis.Rules;

namespace LspCompose.Cli.Verbs;

/// <summary><c>lspcompose explain</c>: a rule's page, in the terminal.</summary>
internal static class ExplainVerb
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Host host)
    {
        var rule = new Argument<string>("RULE") { Description = "The rule's id, as in findings.", Arity = ArgumentArity.ZeroOrOne };
        rule.CompletionSources.Add([.. RuleCatalogue.All.Select(known => known.Id)]);
        var all = new Option<bool>("--all") { Description = "Explain every rule." };
        var command = new Command("explain", "Explain a rule: why it matters, what to do, a bad and a good example.") { rule, all };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(rule) is not null) == result.GetValue(all))
            {
                result.AddError("Name one rule, or pass --all.");
            }
        });
        command.SetAction(parsed => parsed.GetValue(all) ? ExplainAll(host) : Explain(host, parsed.GetValue(rule) ?? ""));
        return command;
    }

    private static int ExplainAll(Host host)
    {
        host.Output.Write(string.Join("\n", RuleCatalogue.All.Select(RuleDocumentation.Markdown)));
        return ExitCodes.Success;
    }

    private static int Explain(Host host, string id)
    {
        if (!RuleCatalogue.TryGet(id, out var rule))
        {
            new Problems(host.Error).Report(Suggestion.NoRule(id));
            return ExitCodes.Failure;
        }

        host.Output.Write(RuleDocumentation.Markdown(rule));
        return ExitCodes.Success;
    }
}
