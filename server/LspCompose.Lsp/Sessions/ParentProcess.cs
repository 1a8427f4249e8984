using System.Diagnostics;

namespace LspCompose.Lsp.Sessions;

/// <summary>Watches the client's process, so that the server does not outlive an editor that crashed.</summary>
internal static class ParentProcess
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Ends when the process has ended, at once if it has ended already (LSP: "If the parent process is not alive then the server should exit").
    /// A client that the server cannot see, in another container perhaps, sends no process id.
    /// </summary>
    public static async Task WaitForExitAsync(int processId, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Interval);
        while (IsAlive(processId))
        {
            await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false);
        }
    }

    private static bool IsAlive(int processId)
    {
        // On Linux a process that ended stays visible until its parent asks for its exit code.
        if (OperatingSystem.IsLinux())
        {
            try
            {
                var status = File.ReadAllText($"/proc/{processId}/stat");
                return status[(status.LastIndexOf(')') + 1)..].TrimStart() is not ['Z' or 'X', ..];
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }

        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
