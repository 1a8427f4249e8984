using System.Security.Cryptography;
using System.Text;
using LspCompose.Engine.Endpoints;

namespace LspCompose.Engine.UnitTests;

/// <summary>A machine of its own for a test: a home folder, sockets, variables. Deleted afterwards.</summary>
internal sealed class TestMachine : IDisposable
{
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);

    public TestMachine()
    {
        Folder = Directory.CreateTempSubdirectory("lc-").FullName;
        Set("HOME", Of("home"));
        Surroundings = new EngineSurroundings { Environment = variables, IsWindows = false, DefaultSocket = Of("docker.sock"), PodmanSocket = Of("podman.sock") };
    }

    public string Folder { get; }

    public EngineSurroundings Surroundings { get; init; }

    /// <summary>Time-outs short enough for a test that waits for one, and long enough for any that does not.</summary>
    public static EngineTimings Impatient { get; } = new()
    {
        FirstAnswer = TimeSpan.FromMilliseconds(300),
        FirstAnswerOverSsh = TimeSpan.FromSeconds(20),
        Answer = TimeSpan.FromMilliseconds(300),
        Details = TimeSpan.FromMilliseconds(600),
        Silence = TimeSpan.FromMilliseconds(50),
        Gathering = TimeSpan.FromMilliseconds(1),
        FirstRetry = TimeSpan.FromMilliseconds(20),
        LastRetry = TimeSpan.FromMilliseconds(50),
    };

    /// <summary>Time-outs that no test reaches, for those that wait for none.</summary>
    public static EngineTimings Patient { get; } = new()
    {
        FirstAnswer = StateLog.Patience,
        FirstAnswerOverSsh = StateLog.Patience,
        Answer = StateLog.Patience,
        Details = StateLog.Patience,
        Gathering = TimeSpan.FromMilliseconds(1),
        FirstRetry = TimeSpan.FromMilliseconds(20),
        LastRetry = TimeSpan.FromMilliseconds(50),
    };

    public string Of(params string[] names) => Path.Combine([Folder, .. names]);

    public void Set(string variable, string value) => variables[variable] = value;

    /// <summary>Writes a file below the folder of Docker's settings.</summary>
    public string Configure(string name, string content)
    {
        var path = Path.Combine(Surroundings.ConfigFolder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? Folder);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>Makes a context; gives the folder that its certificates belong in, below that of Docker's settings.</summary>
    public string AddContext(string name, string endpoint)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        Configure($"contexts/meta/{id}/meta.json", $$$"""{"Name":"{{{name}}}","Metadata":{},"Endpoints":{"docker":{{{endpoint}}}}}""");
        return $"contexts/tls/{id}/docker";
    }

    public FoundEndpoint Find() => EndpointFinder.Find(Surroundings);

    /// <summary>Starts an engine where the docker CLI looks by itself.</summary>
    public FakeEngine Start() => FakeEngine.OnSocket(Surroundings.DefaultSocket);

    public EngineSource Source(EngineTimings timings) => new(Surroundings, timings, TimeProvider.System);

    public EngineSource Source() => Source(Patient);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
