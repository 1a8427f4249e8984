using System.CommandLine;
using LspCompose.Analysis.Engines;

namespace LspCompose.Cli;

/// <summary>The option that has a command look at the Docker engine.</summary>
internal sealed class EngineOption
{
    private readonly Option<bool> option;

    /// <summary>Adds the option to a command.</summary>
    public EngineOption(Command command, string description)
    {
        option = new Option<bool>("--engine") { Description = $"{description} It is only read from." };
        command.Options.Add(option);
    }

    /// <summary>True when the engine is to be looked at.</summary>
    public bool IsAsked(ParseResult parsed) => parsed.GetValue(option);

    /// <summary>What the engine holds, read once where that is asked for; null, and a problem reported, where there is none to be reached.</summary>
    public async Task<EngineView?> ReadAsync(ParseResult parsed, Host host, Problems problems, CancellationToken cancellation)
    {
        if (!IsAsked(parsed))
        {
            return null;
        }

        var state = await ReadAsync(host, cancellation);
        if (state.View is null)
        {
            problems.Report(state.Reason);
        }

        return state.View;
    }

    /// <summary>How things stand with the engine.</summary>
    public static Task<EngineState> ReadAsync(Host host, CancellationToken cancellation) =>
        host.Engine is { } source ? source.ReadAsync(cancellation) : Task.FromResult(EngineState.None with { Reason = "No Docker engine can be looked at here." });
}
