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
    public async Task<CliRun> RunWithInputAsync(byte[] input, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var stdin = new MemoryStream(input);
        var code = await CommandLine.RunAsync(args, new Host(stdin, output, error, Path));
        return new CliRun(code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
