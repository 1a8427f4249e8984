using Newtonsoft.Json.Linq;

namespace LspCompose.Engine.Tests.Proof;

/// <summary>A container as the engine describes it.</summary>
internal sealed record RunningContainer(string Id, string Service, string NetworkMode, DateTime StartedAt, IReadOnlyList<string> Addresses)
{
    /// <summary>What is mounted where, volumes by their name.</summary>
    public required IReadOnlyDictionary<string, string> Mounts { get; init; }

    /// <summary>The ports of the host that lead to it.</summary>
    public required IReadOnlyList<string> Ports { get; init; }

    public required bool IsRunning { get; init; }

    /// <summary>Reads one object of <c>docker inspect</c>; a container outside the project goes by its own name.</summary>
    public static RunningContainer Read(JToken inspected)
    {
        var service = (string?)inspected["Config"]?["Labels"]?["com.docker.compose.service"] ?? ((string?)inspected["Name"] ?? "").TrimStart('/');
        var networks = inspected["NetworkSettings"]?["Networks"] as JObject ?? [];
        return new RunningContainer(
            (string?)inspected["Id"] ?? "",
            service,
            (string?)inspected["HostConfig"]?["NetworkMode"] ?? "",
            inspected["State"]?["StartedAt"]?.ToObject<DateTime>() ?? default,
            [.. networks.Properties().Select(network => (string?)network.Value["IPAddress"]).OfType<string>().Where(address => address.Length > 0)])
        {
            IsRunning = (bool?)inspected["State"]?["Running"] == true,
            Mounts = (inspected["Mounts"] ?? new JArray()).ToDictionary(mount => (string?)mount["Destination"] ?? "", mount => (string?)mount["Name"] ?? (string?)mount["Source"] ?? ""),
            Ports = [.. ((inspected["NetworkSettings"]?["Ports"] as JObject)?.Properties() ?? []).SelectMany(port => port.Value as JArray ?? []).Select(binding => (string?)binding["HostPort"]).OfType<string>().Distinct()],
        };
    }
}
