using LspCompose.Analysis.Findings;

namespace LspCompose.Cli.Output;

/// <summary>Colours of terminal output; without colours every method gives its text back.</summary>
internal sealed class Palette
{
    private readonly string escape;

    private Palette(string escape) => this.escape = escape;

    /// <summary>No colours.</summary>
    public static Palette None { get; } = new("");

    /// <summary>Colours as ANSI escape sequences.</summary>
    public static Palette Ansi { get; } = new("\e[");

    /// <summary>Colours for a terminal that shows them, unless <c>NO_COLOR</c> is set (no-color.org).</summary>
    public static Palette ForTerminal()
    {
        var plain = Console.IsOutputRedirected
            || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            || Environment.GetEnvironmentVariable("TERM") == "dumb"
            || (OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable("WT_SESSION") is null);
        return plain ? None : Ansi;
    }

    /// <summary>Text in the colour of a severity.</summary>
    public string Of(Severity severity, string text) => Paint(
        severity switch
        {
            Severity.Error => "1;31m",
            Severity.Warning => "1;33m",
            Severity.Info => "1;34m",
            _ => "1;36m",
        },
        text);

    /// <summary>Text that stands out.</summary>
    public string Bold(string text) => Paint("1m", text);

    /// <summary>Text of line numbers and rulers.</summary>
    public string Dim(string text) => Paint("2m", text);

    /// <summary>Text that offers help.</summary>
    public string Help(string text) => Paint("1;36m", text);

    /// <summary>Added text of a diff.</summary>
    public string Added(string text) => Paint("32m", text);

    /// <summary>Deleted text of a diff.</summary>
    public string Deleted(string text) => Paint("31m", text);

    private string Paint(string code, string text) => escape.Length == 0 ? text : $"{escape}{code}{text}{escape}0m";
}
