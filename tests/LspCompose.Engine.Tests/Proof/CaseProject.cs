using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace LspCompose.Engine.Tests.Proof;

/// <summary>A case in a folder of its own, as a Compose project with a name of its own. Disposing removes all the engine has of it.</summary>
internal sealed partial class CaseProject : IAsyncDisposable
{
    // What a file writes where it needs the project's name.
    private const string NamePlaceholder = "@project@";
    private const string ProjectLabel = "com.docker.compose.project";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly MigrationCase migration;
    private readonly CancellationToken cancellation;
    private readonly string folder = Directory.CreateTempSubdirectory("lspcompose-").FullName;
    private readonly HashSet<string> volumes = [];

    private CaseProject(MigrationCase migration, CancellationToken cancellation)
    {
        this.migration = migration;
        this.cancellation = cancellation;
        // The same in every run, so that what an ended run left is found; another one for another checkout.
        var checkout = Hash(AppContext.BaseDirectory);
        Name = $"lc-{migration.Name}-{checkout}";
    }

    /// <summary>The project's name.</summary>
    public string Name { get; }

    /// <summary>The containers beside the project.</summary>
    public IReadOnlyList<OutsideContainer> Outside => [.. migration.Outside.Select(container => container with { Name = Named(container.Name), Network = container.Network is { } network ? Named(network) : null })];

    public static async Task<CaseProject> CreateAsync(MigrationCase migration, CancellationToken cancellation)
    {
        var project = new CaseProject(migration, cancellation);
        await project.CleanUpAsync();
        foreach (var (path, content) in migration.Files)
        {
            var full = Path.Combine(project.folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full) ?? project.folder);
            await File.WriteAllTextAsync(full, project.Named(content), cancellation);
        }

        await StandInImages.MakeAsync(migration.Files.Values, cancellation);
        foreach (var container in project.Outside)
        {
            if (container.Network is { } network && !await Command.SucceedsAsync("docker", ["network", "inspect", network], cancellation))
            {
                await project.DockerAsync("network", "create", "--label", $"{ProjectLabel}={project.Name}-outside", network);
            }

            string[] placement = container.Network is null ? [] : ["--network", container.Network, .. container.Aliases.SelectMany(alias => new[] { "--network-alias", alias })];
            await project.DockerAsync(["run", "-d", "--name", container.Name, "--label", $"{ProjectLabel}={project.Name}-outside", .. placement, Tools.Image, "sleep", "3600"]);
        }

        return project;
    }

    /// <summary>Replaces the project's name in a text of the case.</summary>
    public string Named(string text) => text.Replace(NamePlaceholder, Name, StringComparison.Ordinal);

    /// <summary>The project's Compose files by their path, as they are now.</summary>
    public IReadOnlyDictionary<string, string> Files() => migration.Files.Keys.ToDictionary(path => path, path => File.ReadAllText(Path.Combine(folder, path)));

    /// <summary>What a Compose makes of the files, null when it refuses them.</summary>
    public async Task<string?> ConfigAsync(ComposeTool tool) => await ComposeAsync(tool, "config") is { ExitCode: 0, Output: var output } ? output : null;

    public Task<CommandResult> ComposeAsync(ComposeTool tool, params string[] arguments) =>
        Command.RunAsync(folder, tool.CommandLine[0], [.. tool.CommandLine.Skip(1), .. FileOptions(), "-p", Name, .. arguments], cancellation);

    public Task<CommandResult> LspComposeAsync(params string[] arguments) => Tools.LspComposeAsync(folder, [.. arguments, .. FileOptions()], cancellation);

    /// <summary>Brings the project up, looks at it and takes it down.</summary>
    /// <exception cref="InvalidOperationException">It does not come up.</exception>
    public async Task<Observation> ObserveAsync(ComposeTool tool, IReadOnlyCollection<string> names)
    {
        try
        {
            var up = await ComposeAsync(tool, "up", "-d");
            if (up.ExitCode != 0)
            {
                var message = $"{tool.Name} does not bring it up:\n{up.Output}\n{up.Error}";
                throw (await InspectAsync(Name)).Count == 0 ? new ComposeRefusalException(message) : new InvalidOperationException(message);
            }

            return await LookAsync(tool, await RunningAsync(), names);
        }
        finally
        {
            await RemoveAsync(Name);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CleanUpAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..6].ToLowerInvariant();

    private IEnumerable<string> FileOptions() => migration.NamedFiles.SelectMany(file => new[] { "-f", file });

    /// <summary>The project's containers, once all of them run.</summary>
    private async Task<IReadOnlyList<RunningContainer>> RunningAsync()
    {
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            var containers = await InspectAsync(Name);
            if (containers.Count > 0 && containers.All(container => container.IsRunning))
            {
                return containers;
            }

            if (DateTime.UtcNow > deadline || containers.Count == 0)
            {
                var stopped = containers.Where(container => !container.IsRunning).ToList();
                var logs = await Task.WhenAll(stopped.Select(container => Command.RunAsync(folder, "docker", ["logs", container.Id], cancellation)));
                throw new InvalidOperationException($"not running: {string.Join(", ", stopped.Select(container => container.Service))}\n{string.Join('\n', logs.Select(log => log.Output + log.Error))}");
            }
        }
    }

    private async Task<IReadOnlyList<RunningContainer>> InspectAsync(string project)
    {
        var ids = await DockerAsync("ps", "-aq", "--no-trunc", "--filter", $"label={ProjectLabel}={project}");
        return ids.Length == 0 ? [] : [.. JArray.Parse(await DockerAsync(["inspect", .. Lines(ids)])).Select(RunningContainer.Read)];
    }

    private async Task<Observation> LookAsync(ComposeTool tool, IReadOnlyList<RunningContainer> containers, IReadOnlyCollection<string> names)
    {
        var owners = containers.Concat(await InspectAsync($"{Name}-outside"))
            .SelectMany(container => container.Addresses.Select(address => (address, container.Service)))
            .ToDictionary();
        var consumers = containers.DistinctBy(container => container.Service).ToList();
        var asked = await Task.WhenAll(consumers.Select(async container => (container.Service, Answers: await AskAsync(container, names, owners))));
        var mounts = containers.SelectMany(container => container.Mounts.Select(mount => (Place: $"{container.Service}:{mount.Key}", Source: mount.Value))).ToList();
        var readings = await Task.WhenAll(migration.Readings.Select(async reading => (reading, Text: await ReadAsync(containers, reading, owners))));
        return new Observation(tool.Name)
        {
            Answers = asked.SelectMany(consumer => consumer.Answers.Select(answer => ((consumer.Service, answer.Key), answer.Value))).ToDictionary(),
            Started = containers.GroupBy(container => container.Service).ToDictionary(group => group.Key, group => group.Min(container => container.StartedAt)),
            Mounts = mounts.Select(mount => mount.Place).ToHashSet(),
            SharedMounts = mounts.GroupBy(mount => mount.Source).SelectMany(group => group.SelectMany(one => group.Where(other => string.CompareOrdinal(one.Place, other.Place) < 0).Select(other => $"{one.Place} = {other.Place}"))).ToHashSet(),
            Readings = readings.ToDictionary(reading => reading.reading, reading => reading.Text),
            Ports = containers.SelectMany(container => container.Ports.Select(port => (port, container.Service))).DistinctBy(port => port.port).ToDictionary(),
        };
    }

    private async Task<IReadOnlyDictionary<string, string>> AskAsync(RunningContainer consumer, IReadOnlyCollection<string> names, Dictionary<string, string> owners) =>
        consumer.NetworkMode == "host"
            ? names.ToDictionary(name => name, _ => Answers.None)
            : NameAnswers.Parse(await DockerAsync(["exec", consumer.Id, "sh", "-c", NameAnswers.Script, "ask", .. names]), names, owners);

    // A process writes its file when it gets to it.
    private async Task<string> ReadAsync(IReadOnlyList<RunningContainer> containers, (string Service, string Path) reading, Dictionary<string, string> owners)
    {
        var id = containers.First(container => container.Service == reading.Service).Id;
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            var result = await Command.RunAsync(folder, "docker", ["exec", id, "cat", reading.Path], cancellation);
            if (result is { ExitCode: 0, Output.Length: > 0 })
            {
                return Address().Replace(result.Output, match => owners.GetValueOrDefault(match.Value, match.Value));
            }

            if (DateTime.UtcNow > deadline)
            {
                throw new InvalidOperationException($"'{reading.Service}' writes no {reading.Path}: {result.Error}");
            }
        }
    }

    private async Task CleanUpAsync()
    {
        await RemoveAsync(Name);
        await RemoveAsync($"{Name}-outside");
    }

    // As `down -v -t 0`, whatever the files say by now. Without the test's own cancellation: a test that was ended must be tidied up too.
    private async Task RemoveAsync(string project)
    {
        async Task<IReadOnlyList<string>> ListAsync(params string[] arguments) =>
            Lines((await Command.RunAsync(folder, "docker", [.. arguments, "--filter", $"label={ProjectLabel}={project}"], CancellationToken.None)).Output);

        async Task DeleteAsync(IReadOnlyCollection<string> what, params string[] arguments)
        {
            if (what.Count > 0)
            {
                await Command.RunAsync(folder, "docker", [.. arguments, .. what], CancellationToken.None);
            }
        }

        var containers = await ListAsync("ps", "-aq");
        if (containers.Count > 0)
        {
            var mounted = await Command.RunAsync(folder, "docker", ["inspect", "--format", "{{range .Mounts}}{{.Name}} {{end}}", .. containers], CancellationToken.None);
            volumes.UnionWith(mounted.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }

        await DeleteAsync(containers, "rm", "-f", "-v");
        await DeleteAsync(await ListAsync("network", "ls", "-q"), "network", "rm");
        await DeleteAsync([.. volumes], "volume", "rm", "-f");
        volumes.Clear();
    }

    private async Task<string> DockerAsync(params string[] arguments)
    {
        var result = await Command.RunAsync(folder, "docker", arguments, cancellation);
        return result.ExitCode == 0 ? result.Output.Trim() : throw new InvalidOperationException($"docker {string.Join(' ', arguments)}: {result.Error}");
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b")]
    private static partial Regex Address();
}
