using LspCompose.Analysis.Values;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Attributes that exclude each other, checked on the merged model whether a service is active or not.</summary>
internal static class ModelChecks
{
    /// <summary>Reports what Compose refuses before it looks at services together.</summary>
    public static void Check(LoadContext context, ConfigMapping root)
    {
        foreach (var volume in Entries(root.Get("volumes")))
        {
            ExternalVolume(context, volume);
        }

        foreach (var secret in Entries(root.Get("secrets")))
        {
            Source(context, secret, "secret", ["file", "environment"]);
        }

        foreach (var config in Entries(root.Get("configs")))
        {
            Source(context, config, "config", ["file", "environment", "content"]);
        }

        foreach (var service in Entries(root.Get("services")))
        {
            if (service.Value is ConfigMapping mapping)
            {
                Service(context, mapping);
            }
        }
    }

    private static void ExternalVolume(LoadContext context, ConfigEntry volume)
    {
        if (volume.Value is not ConfigMapping mapping || mapping.Get("external") is not ConfigScalar { Value: true })
        {
            return;
        }

        foreach (var entry in mapping.Entries.Where(entry => entry.Key is not ("external" or "name") && !entry.Key.StartsWith("x-", StringComparison.Ordinal)))
        {
            context.Problems.Add("conflicting-attributes", entry.KeyPlace, $"Volume '{volume.Key}' is external, so '{entry.Key}' cannot be set here. Remove '{entry.Key}', or 'external'.");
        }
    }

    private static void Source(LoadContext context, ConfigEntry resource, string kind, IReadOnlyList<string> sources)
    {
        if (resource.Value is not ConfigMapping mapping)
        {
            return;
        }

        var given = mapping.Entries.Where(entry => sources.Contains(entry.Key)).ToList();
        if (given.Count > 1)
        {
            foreach (var entry in given.Skip(1))
            {
                context.Problems.Add("conflicting-attributes", entry.KeyPlace, $"The {kind} '{resource.Key}' has both '{given[0].Key}' and '{entry.Key}'. Keep one of them.");
            }
        }
        else if (given.Count == 0 && mapping.Get("driver") is null && mapping.Get("external") is null)
        {
            var choices = string.Join(", ", sources.Take(sources.Count - 1).Select(source => $"'{source}'")) + $" or '{sources[^1]}'";
            context.Problems.Add(new Problem("invalid-value", resource.KeyPlace, $"The {kind} '{resource.Key}' has no content. Give it {choices}, or 'external: true'.") { IsAboutMissing = true });
        }
    }

    private static void Service(LoadContext context, ConfigMapping service)
    {
        if (service.Get("develop") is ConfigMapping develop)
        {
            foreach (var rule in Items(develop.Get("watch")))
            {
                if (rule is ConfigMapping watch && watch.Get("path") is ConfigScalar { Text: "" } path)
                {
                    context.Invalid(path.Place, "'path' of a watch rule cannot be empty. Name the file or folder to watch.");
                }
            }
        }

        foreach (var device in Items(service.Get("gpus")).Concat(Items(Find(service, "deploy", "resources", "reservations", "devices"))))
        {
            if (device is ConfigMapping request && request.Get("count") is not null && request.TryGet("device_ids", out var ids))
            {
                context.Problems.Add("conflicting-attributes", ids.KeyPlace, "A device request gives either 'count' or 'device_ids', not both. Remove one of them.");
            }
        }

        foreach (var port in Items(service.Get("ports")))
        {
            if (context.IsLatest && port is ConfigMapping mapping && mapping.Get("host_ip") is ConfigScalar { Text: { Length: > 0 } text } address && !IpAddress.IsValid(text))
            {
                context.Invalid(address.PlaceOf(new TextSpan(0, text.Length)), $"'{text}' is not an IP address. 'host_ip' is an address of the host, such as 127.0.0.1.");
            }
        }
    }

    private static ConfigNode? Find(ConfigNode? node, params string[] keys) => keys.Aggregate(node, (current, key) => (current as ConfigMapping)?.Get(key));

    private static IReadOnlyList<ConfigEntry> Entries(ConfigNode? node) => node is ConfigMapping mapping ? mapping.Entries : [];

    private static IReadOnlyList<ConfigNode> Items(ConfigNode? node) => node is ConfigSequence list ? list.Items : [];
}
