using System.Diagnostics;

namespace LspCompose.Cli.Output;

/// <summary>Tells on a terminal how far long work has come, once it takes over a second; the line is gone when the work is done.</summary>
internal sealed class Progress(TextWriter? terminal) : IDisposable
{
    private const string ClearLine = "\r\e[K";
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private TimeSpan shown = TimeSpan.Zero;

    /// <summary>Shows how many of the files are done; at most ten times a second.</summary>
    public void Show(int done, int total)
    {
        if (terminal is not null && watch.Elapsed > Delay && watch.Elapsed - shown > Delay / 10)
        {
            shown = watch.Elapsed;
            terminal.Write($"{ClearLine}{done} of {total} files\r");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (shown > TimeSpan.Zero)
        {
            terminal?.Write(ClearLine);
        }
    }
}
