using System.CommandLine;
using LspCompose.Cli.Input;
using LspCompose.Lsp;

namespace LspCompose.Cli.Verbs;

/// <summary><c>lspcompose lsp</c>: the language server on standard input and output.</summary>
internal static class LspVerb
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Host host)
    {
        // Editors' clients pass --stdio; there is no other transport.
        var stdio = new Option<bool>("--stdio") { Description = "Talk over standard input and output (the default)." };
        var command = new Command("lsp", "Start the language server.") { stdio };
        command.SetAction((_, cancellation) =>
            LanguageServer.RunAsync(Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.Error, Surroundings(host), cancellation));
        return command;
    }

    private static ServerHost Surroundings(Host host) => new()
    {
        Files = new LiveFileSource(),
        FindComposeFiles = (folder, cancellation) => ComposeFileFinder.Find(folder, (_, _) => { }, cancellation),
        Engine = host.Engine,
        Environment = host.Environment,
    };
}
