using LspCompose.Analysis.Engines;
using LspCompose.Engine.Endpoints;
using LspCompose.Engine.Transport;

namespace LspCompose.Engine.UnitTests;

public sealed class SshTests : IDisposable
{
    private readonly TestMachine machine = new();

    [Fact]
    public void Ssh_is_told_not_to_ask_and_not_to_wait()
    {
        Assert.Equal(
            "-o BatchMode=yes -o ConnectTimeout=10 -T -- host docker system dial-stdio",
            Line(new EngineEndpoint.Ssh("host", null, "", "")));
        Assert.Equal(
            "-o BatchMode=yes -o ConnectTimeout=10 -T -l me -p 22 -- host docker --host 'unix:///it'\\''s.sock' system dial-stdio",
            Line(new EngineEndpoint.Ssh("host", 22, "me", "/it's.sock")));
    }

    [Theory]
    [InlineData("me@host: Permission denied (publickey).", EngineConnection.Forbidden)]
    [InlineData("Host key verification failed.", EngineConnection.Forbidden)]
    [InlineData("ssh: Could not resolve hostname host: Name or service not known", EngineConnection.NotFound)]
    [InlineData("ssh: connect to host host port 22: Connection refused", EngineConnection.NotFound)]
    [InlineData("ssh: connect to host host port 22: Connection timed out", EngineConnection.NotAnswering)]
    [InlineData("sh: 1: docker: not found", EngineConnection.Failed)]
    public async Task What_ssh_says_is_told(string said, EngineConnection expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell script");
        var program = Script($"echo 'a warning' >&2; echo '{said}' >&2; exit 255");

        var state = await ReadAsync(program);

        Assert.Equal(expected, state.Connection);
        Assert.Equal($"The engine at ssh://me@host is not reached by ssh ({said.TrimEnd('.')}); try 'ssh me@host docker version', which must log in without asking and find docker there.", state.Reason);
    }

    [Fact]
    public async Task A_missing_ssh_is_told()
    {
        var state = await ReadAsync(machine.Of("no-ssh"));

        Assert.Equal(EngineConnection.Failed, state.Connection);
        Assert.Contains("no-ssh", state.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ssh_that_hangs_is_told_in_time_and_ended()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell script");
        var program = Script($"echo $$ > {machine.Of("pid")}; exec sleep 1000");

        var state = await ReadAsync(program, TestMachine.Impatient with { FirstAnswerOverSsh = TimeSpan.FromSeconds(1) });

        Assert.Equal(EngineConnection.NotAnswering, state.Connection);
        var process = int.Parse(await File.ReadAllTextAsync(machine.Of("pid"), TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
        while (IsRunning(process))
        {
            await Task.Yield();
        }
    }

    public void Dispose() => machine.Dispose();

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string Line(EngineEndpoint.Ssh endpoint) => string.Join(' ', SshStream.Arguments(endpoint, TimeSpan.FromSeconds(10)));

    private string Script(string commands)
    {
        var path = machine.Of("ssh");
        File.WriteAllText(path, $"#!/bin/sh\n{commands}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    private Task<EngineState> ReadAsync(string program) => ReadAsync(program, TestMachine.Patient);

    private Task<EngineState> ReadAsync(string program, EngineTimings timings)
    {
        machine.Set("DOCKER_HOST", "ssh://me@host");
        return new EngineSource(machine.Surroundings with { SshProgram = program }, timings, TimeProvider.System).ReadAsync(TestContext.Current.CancellationToken);
    }
}
