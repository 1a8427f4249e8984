using System.Diagnostics;

namespace LspCompose.Engine.Tests.Live;

/// <summary>An engine of the test's own, beside the machine's, that can be killed. It needs the rights of root and the program <c>dockerd</c>.</summary>
internal sealed class SecondEngine : IAsyncDisposable
{
    // A network of its own: an engine without a bridge takes away the bridge that it finds, which would be that of the machine's engine. Mounts of its own go with it.
    private static readonly string[] Apart = ["--net", "--mount"];
    private readonly string folder = Directory.CreateTempSubdirectory("lcd-").FullName;
    private Process? process;

    public string Socket => Path.Combine(folder, "docker.sock");

    /// <summary>Skips the test where no second engine can be started.</summary>
    public static async Task RequireAsync()
    {
        Assert.SkipUnless(await Command.SucceedsAsync("unshare", [.. Apart, "dockerd", "--version"], TestContext.Current.CancellationToken), "a second engine needs dockerd, and the rights to give it a network and mounts of its own");
    }

    public void Start()
    {
        // What a killed engine leaves keeps the next one from starting.
        Directory.CreateDirectory(Path.Combine(In("exec"), "containerd"));
        File.Delete(In("pid"));
        File.Delete(Path.Combine(In("exec"), "containerd", "containerd.pid"));
        process = new Process
        {
            StartInfo = new ProcessStartInfo("unshare", [.. Apart, "dockerd", "--data-root", In("data"), "--exec-root", In("exec"), "-H", $"unix://{Socket}", "--pidfile", In("pid"), "--bridge=none", "--iptables=false", "--ip6tables=false"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public async Task KillAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            process = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await Command.RunAsync(Path.GetTempPath(), "rm", ["-rf", folder], CancellationToken.None);
    }

    private string In(string name) => Path.Combine(folder, name);
}
