using System.CommandLine;
using LspCompose.Analysis.Settings;
using LspCompose.Cli.Input;

namespace LspCompose.Cli.Verbs;

/// <summary>The files a command works on, named the same way for every command: paths, and Compose's own project flags.</summary>
internal sealed class InputArguments
{
    private readonly Argument<string[]> paths = new("PATH")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Files or folders (searched for Compose files, .gitignore respected); '-' reads standard input. "
            + "Without any, the files of COMPOSE_FILE, or the Compose file of this folder or the nearest one above it with its override file.",
    };

    private readonly Option<string[]> files = new("--file", "-f") { Description = "A Compose file; several make up one project, as in Compose.", HelpName = "FILE" };
    private readonly Option<string[]> envFiles = new("--env-file") { Description = "Variables for '${...}', instead of .env; may be repeated.", HelpName = "FILE" };
    private readonly Option<string[]> profiles = new("--profile") { Description = "A profile to activate ('*' for all); may be repeated.", HelpName = "NAME" };
    private readonly Option<string> projectName = new("--project-name", "-p") { Description = "The project's name.", HelpName = "NAME" };
    private readonly Option<string> projectDirectory = new("--project-directory") { Description = "Where relative paths start (default: the folder of the first file).", HelpName = "DIR" };
    private readonly Option<string> target = Choice.Option("--target", "The Docker Compose to agree with (default: the 'target' of .lspcompose.yaml, else latest).", [.. TargetNames.All]);
    private readonly Command command;

    private InputArguments(Command command) => this.command = command;

    /// <summary>Adds paths and project flags to a command.</summary>
    public static InputArguments WithPaths(Command command)
    {
        var arguments = FlagsOnly(command);
        command.Arguments.Add(arguments.paths);
        return arguments;
    }

    /// <summary>Adds only the project flags to a command.</summary>
    public static InputArguments FlagsOnly(Command command)
    {
        var arguments = new InputArguments(command);
        foreach (var option in arguments.Flags)
        {
            command.Options.Add(option);
        }

        return arguments;
    }

    /// <summary>Adds only paths to a command.</summary>
    public static InputArguments PathsOnly(Command command)
    {
        var arguments = new InputArguments(command);
        command.Arguments.Add(arguments.paths);
        return arguments;
    }

    private IEnumerable<Option> Flags => [files, envFiles, profiles, projectName, projectDirectory, target];

    /// <summary>What the user selected.</summary>
    public InputSelection Selection(ParseResult parsed) => command.Options.Contains(files) ? Flagged(parsed) : new InputSelection { Paths = parsed.GetValue(paths) ?? [] };

    private InputSelection Flagged(ParseResult parsed) => new()
    {
        Paths = command.Arguments.Contains(paths) ? parsed.GetValue(paths) ?? [] : [],
        Files = parsed.GetValue(files) ?? [],
        EnvFiles = parsed.GetValue(envFiles) ?? [],
        Profiles = parsed.GetValue(profiles) ?? [],
        ProjectName = parsed.GetValue(projectName),
        ProjectDirectory = parsed.GetValue(projectDirectory),
        Target = parsed.GetResult(target) is { Implicit: false } ? TargetNames.Parse(parsed.GetValue(target)) : null,
    };
}
