using System.CommandLine;
using LspCompose.Analysis.Features;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Rules;
using LspCompose.Cli.Changes;
using LspCompose.Cli.Input;

namespace LspCompose.Cli.Verbs;

/// <summary><c>lspcompose fix</c>: applies findings' fixes.</summary>
internal static class FixVerb
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Host host)
    {
        var command = new Command("fix", "Apply the fixes of findings.");
        var inputs = InputArguments.WithPaths(command);
        var modes = ModeOptions.WithUnsafe(command);
        var rules = new Option<string[]>("--rule") { Description = "Only findings of this rule; may be repeated.", HelpName = "RULE" };
        rules.CompletionSources.Add([.. RuleCatalogue.All.Select(rule => rule.Id)]);
        rules.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !RuleCatalogue.TryGet(token.Value, out _)))
            {
                result.AddError(Suggestion.NoRule(token.Value));
            }
        });
        command.Options.Add(rules);
        command.SetAction((parsed, cancellation) =>
        {
            var only = parsed.GetValue(rules) ?? [];
            var request = new Request(
                finding => only.Length == 0 || only.Contains(finding.Rule.Id),
                modes.AllowsUnsafe(parsed) ? _ => true : fix => fix.IsSafe,
                modes.Mode(parsed));
            return Task.FromResult(Run(host, inputs.Selection(parsed), request, cancellation));
        });
        return command;
    }

    private static int Run(Host host, InputSelection selection, Request request, CancellationToken cancellation)
    {
        var problems = new Problems(host.Error);
        var inputs = new ProjectInputs(host, selection, problems);
        var changed = 0;
        foreach (var project in inputs.Load(cancellation))
        {
            // What is fixed in one file counts for the next.
            var workspace = project.Workspace;
            foreach (var file in project.Named)
            {
                cancellation.ThrowIfCancellationRequested();
                var path = file.Path.FullPath ?? host.StandardInputPath;
                (workspace, var count) = FileFixer.Fix(workspace.WithSettings(inputs.Settings.For(path)), path, request.Wanted, request.Allowed, cancellation);
                var left = Diagnostics.For(workspace, path, cancellation).Findings.Count(request.Wanted);
                host.Error.WriteLine($"{Output.Printable.Line(file.Path.Display)}: {count} fixed, {left} left");
                if (count > 0 && workspace.TryGetFile(path, out var result))
                {
                    changed++;
                    Apply(host, new FileChange(file, result.Text), request.Mode, problems);
                }
            }
        }

        var findings = request.Mode == ChangeMode.Check && changed > 0;
        return problems.Any ? ExitCodes.Failure : findings ? ExitCodes.Findings : ExitCodes.Success;
    }

    private static void Apply(Host host, FileChange change, ChangeMode mode, Problems problems)
    {
        if (mode == ChangeMode.Diff)
        {
            ChangeWriter.Print(host, change);
        }
        else if (mode == ChangeMode.Write)
        {
            ChangeWriter.Write(change, problems);
        }
    }

    /// <summary>Which findings to fix, by which fixes, and what to do with the result.</summary>
    private sealed record Request(Func<Finding, bool> Wanted, Func<Fix, bool> Allowed, ChangeMode Mode);
}
