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
        option = new Option<bool>("--engine") { Description = description };
        command.Options.Add(option);
    }

    /// <summary>True when the engine is to be looked at.</summary>
    public bool IsAsked(ParseResult parsed) => parsed.GetValue(option);

    /// <summary>What the engine holds, read once; null, and a problem reported, where there is none to be reached.</summary>
    public static async Task<EngineView?> ReadAsync(Host host, Problems problems, CancellationToken cancellation)
    {
        var state = host.Engine is { } source ? await source.ReadAsync(cancellation) : EngineState.None;
        if (state.View is null)
        {
            problems.Report(state.Reason.Length > 0 ? state.Reason : "No Docker engine can be looked at; leave out --engine.");
        }

        return state.View;
    }
}
