namespace LspCompose.Cli;

/// <summary>Tells the user about what could not be done, one line each on standard error, and remembers that it happened.</summary>
internal sealed class Problems(TextWriter error)
{
    private readonly HashSet<string> reported = new(StringComparer.Ordinal);

    /// <summary>True once anything was reported: the exit code is then <see cref="ExitCodes.Failure"/>.</summary>
    public bool Any => reported.Count > 0;

    /// <summary>Reports a problem once, however often it comes up.</summary>
    public void Report(string message)
    {
        if (reported.Add(message))
        {
            error.WriteLine($"lspcompose: {Output.Printable.Line(message)}");
        }
    }
}
