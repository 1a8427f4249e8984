using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using LspCompose.Cli.Verbs;

namespace LspCompose.Cli;

/// <summary>The program as a function: arguments and surroundings in, exit code out.</summary>
internal static class CommandLine
{
    // A path may start with "@".
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs one command and returns the exit code.</summary>
    public static Task<int> RunAsync(string[] args, Host host)
    {
        var root = new RootCommand("Checks Docker Compose files and moves links and ambassadors to networks.")
        {
            CheckVerb.Create(host),
            MigrateVerb.Create(host),
            FixVerb.Create(host),
            FormatVerb.Create(host),
            GraphVerb.Create(host),
            ConfigVerb.Create(host),
            EngineVerb.Create(host),
            ExplainVerb.Create(host),
            DocsVerb.Create(host),
            LspVerb.Create(host),
        };
        root.Directives.Clear();
        var parsed = root.Parse(args, Parsing);
        if (UsageError(parsed) is { } error)
        {
            var command = parsed.CommandResult.Command is RootCommand ? "lspcompose" : $"lspcompose {parsed.CommandResult.Command.Name}";
            host.Error.WriteLine($"lspcompose: {Output.Printable.Line(error)} Run '{command} --help' for usage.");
            return Task.FromResult(ExitCodes.Failure);
        }

        var invocation = new InvocationConfiguration
        {
            Output = host.Output,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return parsed.InvokeAsync(invocation);
    }

    private static string? UsageError(ParseResult parsed)
    {
        if (parsed.Action is ParseErrorAction)
        {
            // The last one is the most telling: "unrecognized command" comes after "a command is required".
            return string.Join(' ', parsed.Errors[^1].Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }

        // A misspelt option must not pass for a path; after "--" anything may be one.
        var stray = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .FirstOrDefault(token => token.Type == TokenType.Argument && token.Value.Length > 1 && token.Value[0] == '-');
        return stray is null ? null : $"Unrecognized option '{stray.Value}'.";
    }
}
