using System.Diagnostics;

namespace LspCompose.Engine.Tests;

/// <summary>Runs a program to its end.</summary>
internal static class Command
{
    /// <summary>Runs a program in a folder; gives its exit code and all it printed.</summary>
    public static async Task<CommandResult> RunAsync(string folder, string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.Start();
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return new CommandResult(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>True when the program is there and succeeds.</summary>
    public static async Task<bool> SucceedsAsync(string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        try
        {
            return (await RunAsync(Path.GetTempPath(), program, arguments, cancellation)).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
