using System.CommandLine;
using LspCompose.Analysis;
using LspCompose.Analysis.Features;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Rules;
using LspCompose.Cli.Changes;
using LspCompose.Cli.Input;
using LspCompose.Cli.Settings;

namespace LspCompose.Cli.Verbs;

/// <summary><c>lspcompose fix</c>: applies findings' fixes.</summary>
internal static class FixVerb
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Host host)
    {
        var command = new Command("fix", "Apply the fixes of findings.");
        var paths = new PathArguments(command);
        var modes = new ModeOptions(command);
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
            return Task.FromResult(Run(host, paths.Named(parsed), request, cancellation));
        });
        return command;
    }

    private static int Run(Host host, IReadOnlyList<string> named, Request request, CancellationToken cancellation)
    {
        var problems = new Problems(host.Error);
        var source = new DiskFileSource();
        var settings = new SettingsFinder(host, source, problems);
        var changed = 0;
        foreach (var path in InputPaths.Resolve(host, named, problems))
        {
            cancellation.ThrowIfCancellationRequested();
            if (InputReader.Read(host, source, path, problems) is { } file)
            {
                var workspace = Workspace.Empty.WithSettings(settings.For(path)).WithFile(path.Display, file.Text);
                var (after, count) = FileFixer.Fix(workspace, path.Display, request.Wanted, request.Allowed, cancellation);
                var left = Diagnostics.For(after, path.Display, cancellation).Findings.Count(request.Wanted);
                host.Error.WriteLine($"{Output.Printable.Line(path.Display)}: {count} fixed, {left} left");
                if (count > 0 && after.TryGetFile(path.Display, out var result))
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
