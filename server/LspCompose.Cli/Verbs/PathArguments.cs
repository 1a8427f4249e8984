using System.CommandLine;

namespace LspCompose.Cli.Verbs;

/// <summary>The files a command works on, named the same way for every command.</summary>
internal sealed class PathArguments
{
    private readonly Argument<string[]> paths = new("PATH")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Files or folders (searched for Compose files, .gitignore respected); '-' reads standard input. "
            + "Without any, the Compose file of this folder or the nearest one above it.",
    };

    private readonly Option<string[]> files = new("--file", "-f") { Description = "A Compose file; may be repeated.", HelpName = "FILE" };

    /// <summary>Adds the arguments to a command.</summary>
    public PathArguments(Command command)
    {
        command.Arguments.Add(paths);
        command.Options.Add(files);
    }

    /// <summary>What the user named, in order.</summary>
    public IReadOnlyList<string> Named(ParseResult parsed) => [.. parsed.GetValue(files) ?? [], .. parsed.GetValue(paths) ?? []];
}
