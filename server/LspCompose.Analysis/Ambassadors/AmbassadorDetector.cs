using System.Text.RegularExpressions;
using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>Finds the services of a file that are ambassadors, by image and by shape, only where that is certain or nearly so.</summary>
internal static partial class AmbassadorDetector
{
    /// <summary>The ambassadors of a file in the order of the file.</summary>
    public static IReadOnlyList<Ambassador> Find(ComposeModel model)
    {
        var result = new List<Ambassador>();
        ILookup<string, Link>? linksByTarget = null;
        foreach (var service in model.Services)
        {
            // Cheap test first: every shape needs an image or a command.
            var image = service.Image;
            if (image is null && service.Attribute("command") is null && service.Attribute("environment") is null)
            {
                continue;
            }

            linksByTarget ??= model.Services.SelectMany(s => s.Links).ToLookup(link => link.Target, StringComparer.Ordinal);
            if (KindOf(model, service, image, linksByTarget) is { } kind)
            {
                var links = linksByTarget[service.Name].Where(link => link.Source != service).ToList();
                result.Add(new Ambassador(service, kind, TargetsOf(model, service, kind, links), links));
            }
        }

        return result;
    }

    private static AmbassadorKind? KindOf(ComposeModel model, Service service, string? image, ILookup<string, Link> linksByTarget)
    {
        if (image is not null && AmbassadorImages.IsSomethingElse(image))
        {
            return null;
        }

        if (image is not null && AmbassadorImages.TryGetKind(image, out var known))
        {
            return known;
        }

        var links = linksByTarget[service.Name];
        var readsEngine = MountsDockerSocket(service);
        var names = readsEngine ? ContainerNames(service).ToList() : [];
        if (names.Count > 0 &&
            names.Exists(name => ResolveContainer(model, name) is not null) &&
            links.Any(link => link.Alias != service.Name && model.Find(link.Alias) is not null))
        {
            return AmbassadorKind.ContainerNames;
        }

        var forwards = LinkVariableHosts(service).Any();
        if (forwards && links.Any())
        {
            return AmbassadorKind.PortForwarder;
        }

        if (image is not null && AmbassadorImages.SoundsLikeAmbassador(image))
        {
            return names.Count > 0 ? AmbassadorKind.ContainerNames
                : forwards || links.Any(link => link.IsRenamed) ? AmbassadorKind.PortForwarder
                : null;
        }

        return null;
    }

    private static IReadOnlyList<FrontedTarget> TargetsOf(ComposeModel model, Service service, AmbassadorKind kind, IReadOnlyList<Link> links)
    {
        if (kind == AmbassadorKind.ContainerNames)
        {
            return [.. ContainerNames(service).Distinct().Select(name => new FrontedTarget(name, ResolveContainer(model, name)))];
        }

        // What a registry's ambassador links is the registry, not what it stands for.
        var own = kind == AmbassadorKind.Registry ? [] : service.Links.Select(link => link.Target).Concat(LinkVariableHosts(service));
        var meant = links.Select(link => link.Alias).Where(alias => alias != service.Name && model.Find(alias) is not null);
        return [.. own.Concat(meant).Distinct().Select(name => new FrontedTarget(name, model.Find(name)))];
    }

    /// <summary>The service that runs a container: by its fixed name, by Compose's naming scheme, or by the service's own name.</summary>
    private static Service? ResolveContainer(ComposeModel model, string container)
    {
        var byName = model.Services.FirstOrDefault(service => service.ContainerName == container);
        if (byName is not null)
        {
            return byName;
        }

        var numbered = NumberedContainer().Match(container);
        if (numbered.Success)
        {
            var stem = numbered.Groups["stem"].Value;
            var byScheme = model.Services
                .Where(service => stem == service.Name || stem.EndsWith("_" + service.Name, StringComparison.Ordinal) || stem.EndsWith("-" + service.Name, StringComparison.Ordinal))
                .MaxBy(service => service.Name.Length);
            if (byScheme is not null)
            {
                return byScheme;
            }
        }

        return model.Find(container);
    }

    private static IEnumerable<string> ContainerNames(Service service)
    {
        var words = Words(service.Attribute("command")).Concat(Words(service.Attribute("entrypoint"))).ToList();
        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index].StartsWith("--", StringComparison.Ordinal) ? words[index][1..] : words[index];
            if (word == "-name" && index + 1 < words.Count)
            {
                yield return words[++index];
            }
            else if (word.StartsWith("-name=", StringComparison.Ordinal) && word.Length > "-name=".Length)
            {
                yield return word["-name=".Length..];
            }
        }
    }

    private static IEnumerable<string> Words(YamlNode? command)
    {
        if (command is not { } node)
        {
            return [];
        }

        var texts = node.IsSequence ? node.Items.Select(item => item.Value.Value) : [node.Value];
        return texts.SelectMany(text => text.Split((char[])[' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)).Select(word => word.Trim('"', '\''));
    }

    private static bool MountsDockerSocket(Service service) =>
        service.Attribute("volumes") is { } volumes && volumes.Items.Any(item =>
            (item.Value.IsMapping ? item.Value.Get("source")?.Value ?? "" : item.Value.Value).Contains("docker.sock", StringComparison.Ordinal));

    private static IEnumerable<string> LinkVariableHosts(Service service)
    {
        if (service.Attribute("environment") is not { } environment)
        {
            yield break;
        }

        var pairs = environment.Entries.Select(entry => entry.Name + "=" + service.Resolve(entry.Value).Value)
            .Concat(environment.Items.Select(item => item.Value.Value));
        foreach (var pair in pairs)
        {
            if (LinkVariable().Match(pair) is { Success: true } match && !pair.StartsWith("KUBERNETES_", StringComparison.Ordinal))
            {
                yield return match.Groups["host"].Value;
            }
        }
    }

    [GeneratedRegex(@"^(?<stem>.+)[_-]\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedContainer();

    [GeneratedRegex(@"^[A-Z0-9_]+_PORT_\d+_(?:TCP|UDP)=(?:tcp|udp)://(?<host>[^:/\s]+)", RegexOptions.CultureInvariant)]
    private static partial Regex LinkVariable();
}
