namespace LspCompose.Cli;

/// <summary>What the program's exit code says.</summary>
internal static class ExitCodes
{
    /// <summary>Nothing to complain about.</summary>
    public const int Success = 0;

    /// <summary>Findings at or above the asked severity, or work left to do.</summary>
    public const int Findings = 1;

    /// <summary>A wrong command line, or something could not be read or written.</summary>
    public const int Failure = 2;
}
