using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Migration;
using LspCompose.Testing.Names;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Migration;

/// <summary>Whatever runs beside a project: a conversion has nobody reach somebody else by a name, neither in the project nor beside it.</summary>
public sealed class EngineContractTests
{
    private const string Path = "/p/compose.yaml";
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("LSPCOMPOSE_GENERATED_FILES"), out var asked) ? asked : 600;

    private static readonly string[] Names = ["db", "web", "queue", "cache", "api"];
    private static readonly string[] Networks = ["shop_default", "a_net", "zoo", "p_default", "bridge"];

    [Fact]
    public void Names_only_grow_for_everybody()
    {
        var (converted, joined) = (0, 0);
        foreach (var seed in Enumerable.Range(0, Count))
        {
            var random = new Random(seed);
            var (text, containers) = (FileOf(random), ContainersOf(random));
            var engine = new EngineView { Version = "28", Containers = containers, Networks = [.. Networks.Select(name => new EngineNetwork { Id = name, Name = name })] };
            var options = new MigrationOptions { IncludesUnsafe = seed % 2 == 0 };
            var result = Run(text, engine, options);
            if (!result.IsChange)
            {
                continue;
            }

            var after = SourceText.From(text).With(result.For(Path).Edits).Content;
            var (old, now) = (Model(text, containers), Model(after, containers));
            foreach (var asking in Names.Concat(containers.Select(container => container.Name)))
            {
                foreach (var name in old.Names)
                {
                    var (was, becomes) = (old.Resolve(asking, name), now.Resolve(asking, name));
                    Assert.True(was.Count == 0 || was.SetEquals(becomes), $"seed {seed}: '{name}' of '{asking}' was {string.Join(',', was)}, is {string.Join(',', becomes)}\n{text}\n{after}\n{string.Join('\n', containers.Select(Describe))}");
                }
            }

            converted += result.Converted.Count;
            joined += result.IsSafe ? 0 : 1;
            Assert.False(Run(after, engine, options).IsChange, $"seed {seed}: not once and for all\n{text}\n{after}\n{string.Join('\n', containers.Select(Describe))}");
        }

        // Enough of them to mean something.
        Assert.True(converted > Count / 10 && joined > Count / 50, $"{converted} converted, {joined} joined a network");
    }

    private static string FileOf(Random random)
    {
        var lines = new List<string> { "services:" };
        var services = Names.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).ToList();
        foreach (var service in services)
        {
            lines.AddRange([$"  {service}:", "    image: x"]);
            if (random.Next(2) == 0)
            {
                lines.Add($"    networks: [{string.Join(", ", new[] { "default", "outside", "own" }.OrderBy(_ => random.Next()).Take(random.Next(1, 4)))}]");
            }

            if (random.Next(3) == 0 && services.Find(other => other != service) is { } linked)
            {
                // No external link of the service has the same name: which of them counts is none of the engine's business.
                lines.Add($"    links: [{linked}:{Names[^1]}]");
            }

            if (random.Next(4) > 0)
            {
                lines.Add("    external_links:");
                lines.AddRange(Enumerable.Range(0, random.Next(1, 3)).Select(_ => $"      - x{random.Next(4)}{(random.Next(4) == 0 ? "" : ":" + Pick(random, Names[..^1]))}").Distinct());
            }
        }

        return string.Join('\n', [.. lines, "networks:", "  own:", "  outside:", "    external: true", "    name: zoo", ""]);
    }

    private static List<EngineContainer> ContainersOf(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(1, 5)).Select(number => new EngineContainer
        {
            Id = new string('0', 64),
            Name = $"x{number}",
            State = random.Next(8) == 0 ? ContainerState.Exited : ContainerState.Running,
            Networks = [.. Networks.OrderBy(_ => random.Next()).Take(random.Next(1, 3)).Select(network => new NetworkAttachment(network, "", network == "bridge" ? [] : [.. Names.Where(_ => random.Next(4) == 0)]))],
        }),
    ];

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];

    private static string Describe(EngineContainer container) => $"{container.Name} {container.State} {string.Join(' ', container.Networks.Select(place => $"{place.Network}({string.Join(',', place.Aliases)})"))}";

    private static NameModel Model(string text, IReadOnlyList<EngineContainer> containers)
    {
        var file = Workspace.Empty.WithFile(Path, SourceText.From(text)).Files.Single();
        return new NameModel(
        [
            .. ComposeFileNames.Read(file, "p"),
            .. containers.Select(container => new NamedService(container.Name)
            {
                ContainerName = container.Name,
                IsOutside = true,
                Networks = [.. container.Networks.Where(place => place.Network != "bridge").Select(place => new NamedNetwork(place.Network, place.Aliases))],
            }),
        ]);
    }

    private static MigrationResult Run(string text, EngineView engine, MigrationOptions options) =>
        NetworkMigration.Run(Workspace.Empty.WithFile(Path, SourceText.From(text)).WithEngine(engine), Path, options, TestContext.Current.CancellationToken);
}
