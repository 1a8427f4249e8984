namespace LspCompose.Cli.Tests;

/// <summary>What a run of the program gave.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error);
