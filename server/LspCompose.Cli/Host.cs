using System.Collections;
using LspCompose.Analysis.Engines;
using LspCompose.Cli.Input;
using LspCompose.Cli.Output;
using LspCompose.Engine;

namespace LspCompose.Cli;

/// <summary>The program's surroundings: its streams, the folder paths are relative to, and the colours its output bears.</summary>
internal sealed record Host(Stream Input, TextWriter Output, TextWriter Error, string CurrentDirectory)
{
    /// <summary>Colours of the output.</summary>
    public Palette Palette { get; init; } = Palette.None;

    /// <summary>Where progress is shown; null when standard error is no terminal.</summary>
    public TextWriter? Terminal { get; init; }

    /// <summary>The variables of the shell.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The Docker engine; nobody looks at it unless asked to. Null where nothing can.</summary>
    public IEngineSource? Engine { get; init; }

    /// <summary>The path standard input goes by among files: a name in the current folder, from which its relative paths start.</summary>
    public string StandardInputPath => Path.Combine(CurrentDirectory, InputPath.StandardInput.Display);

    /// <summary>The real surroundings. Output is UTF-8 without a byte order mark whatever the locale says.</summary>
    public static Host Open()
    {
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
        {
            Console.OutputEncoding = TextEncoding.PlainUtf8;
        }

        var error = Writer(Console.OpenStandardError());
        error.AutoFlush = true;
        var environment = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => variable.Value as string ?? "", StringComparer.Ordinal);
        return new Host(Console.OpenStandardInput(), Writer(Console.OpenStandardOutput()), error, Directory.GetCurrentDirectory())
        {
            Palette = Palette.ForTerminal(),
            Terminal = Console.IsErrorRedirected ? null : error,
            Environment = environment,
            Engine = new EngineSource(environment, TimeProvider.System),
        };
    }

    /// <summary>An absolute path for one that may be relative to the current folder.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, CurrentDirectory);

    private static StreamWriter Writer(Stream stream) => new(stream, TextEncoding.PlainUtf8) { NewLine = "\n" };
}
