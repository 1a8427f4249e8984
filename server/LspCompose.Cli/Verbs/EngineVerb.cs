using System.CommandLine;
using LspCompose.Cli.Output;

namespace LspCompose.Cli.Verbs;

/// <summary><c>lspcompose engine</c>: the Docker engine that is looked at, and what is there.</summary>
internal static class EngineVerb
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Host host)
    {
        var command = new Command("engine", "Show the Docker engine that the docker CLI talks to, and the projects that run there. It is only read from.");
        var format = Choice.Option("--format", "How to show it.", "text", "json");
        command.Options.Add(format);
        command.SetAction((parsed, cancellation) => RunAsync(host, parsed.GetValue(format), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Host host, string? format, CancellationToken cancellation)
    {
        var state = await EngineOption.ReadAsync(host, cancellation);
        if (format == "json")
        {
            EngineReport.WriteJson(host.Output, state);
        }
        else if (state.View is { } view)
        {
            EngineReport.WriteText(host.Output, state, view, host.Palette);
        }

        if (state.View is not null)
        {
            return ExitCodes.Success;
        }

        new Problems(host.Error).Report(state.Reason);
        return ExitCodes.Failure;
    }
}
