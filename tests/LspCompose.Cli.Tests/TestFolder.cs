using LspCompose.Analysis.Engines;

namespace LspCompose.Cli.Tests;

/// <summary>A folder of its own for a test, deleted afterwards, in which the program is run.</summary>
internal sealed class TestFolder : IDisposable
{
    public TestFolder() => Path = Directory.CreateTempSubdirectory("lspcompose-").FullName;

    public string Path { get; }

    public string Write(string name, string content) => Write(name, System.Text.Encoding.UTF8.GetBytes(content));

    public string Write(string name, byte[] content)
    {
        var path = Of(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path) ?? Path);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string Of(string name) => System.IO.Path.Combine(Path, name);

    public string Read(string name) => File.ReadAllText(Of(name));

    /// <summary>Runs the program with this as its current folder.</summary>
    public async Task<CliRun> RunAsync(params string[] args) => await RunWithInputAsync([], args);

    /// <summary>Runs the program with this as its current folder and the bytes as its standard input.</summary>
    public Task<CliRun> RunWithInputAsync(byte[] input, params string[] args) => RunAsync(input, host => host, args);

    /// <summary>Runs the program with this as its current folder and an engine of the test's.</summary>
    public Task<CliRun> RunWithEngineAsync(IEngineSource engine, params string[] args) => RunAsync([], host => host with { Engine = engine }, args);

    private async Task<CliRun> RunAsync(byte[] input, Func<Host, Host> prepare, string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var stdin = new MemoryStream(input);
        var code = await CommandLine.RunAsync(args, prepare(new Host(stdin, output, error, Path)));
        return new CliRun(code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
