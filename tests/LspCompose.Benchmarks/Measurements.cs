using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using LspCompose.Testing;

namespace LspCompose.Benchmarks;

/// <summary>Measures a language server from outside, as an editor meets it, and prints what it finds.</summary>
internal static class Measurements
{
    private const int Runs = 20;

    /// <summary>From starting the process to the answer to <c>initialize</c>.</summary>
    public static async Task StartAsync(string program)
    {
        var times = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            var clock = Stopwatch.StartNew();
            using var server = await Server.StartAsync(program);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        Print("start to initialize answered", times);
    }

    /// <summary>Resident memory after all samples are open and have their diagnostics.</summary>
    public static async Task MemoryAsync(string program, IReadOnlyList<string> samples)
    {
        using var server = await Server.StartAsync(program);
        foreach (var sample in samples)
        {
            await server.OpenAsync(new Uri(Path.GetFullPath(sample)).AbsoluteUri, await File.ReadAllTextAsync(sample));
        }

        Console.WriteLine(Invariant($"resident memory with {samples.Count} samples open: {server.ResidentMegabytes:0.0} MB"));
    }

    /// <summary>From a keystroke to the diagnostics it changes, in a file of that many services.</summary>
    public static async Task EditAsync(string program, int services)
    {
        const string Uri = "file:///bench/compose.yaml";
        using var server = await Server.StartAsync(program);
        var opening = Stopwatch.StartNew();
        await server.OpenAsync(Uri, Compose(services));
        var opened = opening.Elapsed.TotalMilliseconds;

        // In the middle service, the dependency on the one before loses its last digit and gets it back: a finding comes and goes.
        var middle = services / 2;
        var line = 1 + (middle * 5) + 4;
        var digit = $"      - service{middle - 1}".Length;
        var times = new List<double>();
        for (var version = 2; version < 2 + (2 * Runs); version++)
        {
            var isTyped = version % 2 == 0;
            var range = new { start = new { line, character = digit }, end = new { line, character = isTyped ? digit : digit + 1 } };
            var clock = Stopwatch.StartNew();
            var diagnostics = server.Client.WaitForAsync(m => RawClient.IsPush(m, Uri) && (int?)m["params"]?["version"] == version, "diagnostics");
            await server.Client.NotifyAsync("textDocument/didChange", new { textDocument = new { uri = Uri, version }, contentChanges = new[] { new { range, text = isTyped ? "x" : "" } } });
            await diagnostics;
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        Print($"edit to diagnostics, {services} services (opened in {opened.ToString("0", CultureInfo.InvariantCulture)} ms, then {server.ResidentMegabytes.ToString("0", CultureInfo.InvariantCulture)} MB)", times);
    }

    /// <summary>From a keystroke to a hover, without a Docker engine and beside one that takes the call and never answers.</summary>
    public static async Task HungEngineAsync(string program, int services)
    {
        await HoverAsync(program, services, "no engine", "unix:///no/engine.sock");
        var socket = Path.Combine(Path.GetTempPath(), $"lspcompose-{Environment.ProcessId}.sock");
        try
        {
            using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            listener.Bind(new UnixDomainSocketEndPoint(socket));
            listener.Listen();
            await HoverAsync(program, services, "an engine that hangs", $"unix://{socket}");
        }
        finally
        {
            File.Delete(socket);
        }
    }

    private static async Task HoverAsync(string program, int services, string beside, string engine)
    {
        const string Uri = "file:///bench/compose.yaml";
        using var server = await Server.StartAsync(program, engine);
        await server.OpenAsync(Uri, Compose(services));
        var line = 1 + (services / 2 * 5);
        var times = new List<double>();
        for (var version = 2; version < 2 + Runs; version++)
        {
            var range = new { start = new { line = line + 1, character = 11 }, end = new { line = line + 1, character = 11 } };
            var clock = Stopwatch.StartNew();
            await server.Client.NotifyAsync("textDocument/didChange", new { textDocument = new { uri = Uri, version }, contentChanges = new[] { new { range, text = "x" } } });
            await server.Client.ResultAsync("textDocument/hover", new { textDocument = new { uri = Uri }, position = new { line, character = 4 } });
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        Print($"edit to hover, {services} services, beside {beside}", times);
    }

    // Five lines a service.
    private static string Compose(int services)
    {
        var text = new StringBuilder("services:\n");
        for (var i = 0; i < services; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  service{i}:\n    image: registry/image:{i}\n    environment: {{ NUMBER: \"{i}\" }}\n");
            text.Append(i == 0 ? "    restart: always\n    init: true\n" : $"    depends_on:\n      - service{i - 1}\n");
        }

        return text.ToString();
    }

    private static void Print(string what, List<double> times)
    {
        times.Sort();
        Console.WriteLine(Invariant($"{what}: median {times[times.Count / 2]:0.0} ms, best {times[0]:0.0} ms, worst {times[^1]:0.0} ms ({times.Count} runs)"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
