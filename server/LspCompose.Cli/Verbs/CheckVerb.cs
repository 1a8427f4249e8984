using System.CommandLine;
using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Findings;
using LspCompose.Cli.Input;
using LspCompose.Cli.Output;

namespace LspCompose.Cli.Verbs;

/// <summary><c>lspcompose check</c>: findings.</summary>
internal static class CheckVerb
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Host host)
    {
        var command = new Command("check", "Report what is wrong or outdated in Compose files.");
        var inputs = InputArguments.WithPaths(command);
        var format = Choice.Option("--format", "How to report findings.", "text", "json", "sarif", "github");
        var failOn = Choice.Option("--fail-on", "Exit with 1 when there is a finding of this severity or a graver one.", "error", "warning", "info", "never");
        command.Options.Add(format);
        command.Options.Add(failOn);
        var engine = new EngineOption(command, "Look at the Docker engine, too, and report what does not fit what is there.");
        command.SetAction(async (parsed, cancellation) =>
        {
            var problems = new Problems(host.Error);
            var view = await engine.ReadAsync(parsed, host, problems, cancellation);
            return Run(host, inputs.Selection(parsed), view, problems, parsed.GetValue(format), parsed.GetValue(failOn), cancellation);
        });
        return command;
    }

    private static int Run(Host host, InputSelection selection, EngineView? engine, Problems problems, string? format, string? failOn, CancellationToken cancellation)
    {
        var files = Checker.Check(host, selection, engine, problems, cancellation);
        switch (format)
        {
            case "json":
                JsonReport.Write(host.Output, files);
                break;
            case "sarif":
                SarifReport.Write(host.Output, files);
                break;
            case "github":
                GitHubReport.Write(host.Output, files);
                break;
            default:
                TextReport.Write(host.Output, files, host.Palette);
                break;
        }

        if (problems.Any)
        {
            return ExitCodes.Failure;
        }

        var fails = SeverityNames.TryParse(failOn ?? "", out Severity gravest)
            && files.SelectMany(file => file.Findings).Any(finding => finding.Severity <= gravest);
        return fails ? ExitCodes.Findings : ExitCodes.Success;
    }
}
