namespace LspCompose.Engine.Tests;

/// <summary>What a program gave.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    /// <summary>Fails the test with all the program printed unless it succeeded.</summary>
    public void AssertSuccess() => Assert.True(ExitCode == 0, $"exit code {ExitCode}\n{Output}\n{Error}");
}
