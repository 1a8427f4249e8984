using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>
/// Rewrites service attributes that Compose v2 refuses: <c>net</c>, <c>dockerfile</c> beside <c>build</c>, <c>log_driver</c> and <c>log_opt</c>,
/// <c>volume_driver</c> and undeclared volumes of the first format, <c>cgroupns_mode</c> and a path for <c>init</c> of later ones, and the old forms of
/// <c>volumes_from</c>. What services share through an anchor is rewritten where it is written.
/// </summary>
internal static class LegacyKeys
{
    private static readonly Dictionary<string, string> Successors = new(StringComparer.Ordinal)
    {
        ["net"] = "is 'network_mode' today, and left out for the default network",
        ["dockerfile"] = "stands inside 'build' today",
        ["log_driver"] = "is 'driver' of 'logging' today",
        ["log_opt"] = "is 'options' of 'logging' today",
        ["volume_driver"] = "is 'driver' of a declared volume today",
        ["cgroupns_mode"] = "is 'cgroup' today",
    };

    /// <summary>Why a file's outdated attributes cannot be rewritten, null when they can.</summary>
    public static string? Obstacle(ComposeFile file) =>
        file.Model.Services.Select(service => ObstacleOf(file.Model, service)).FirstOrDefault(obstacle => obstacle is not null)
        ?? new LegacyVolumes(file).Obstacle;

    /// <summary>Adds the edits of all services and declares the volumes they use.</summary>
    public static void Convert(ComposeFile file, Layout layout, EditList edits, TopLevelWriter top)
    {
        foreach (var part in ServiceParts.Of(file).Where(part => part.Entries.Count > 0))
        {
            var writer = new PartWriter(layout, edits, part);
            ConvertNet(file.Model, layout, edits, part, writer);
            ConvertBuild(file.Model, layout, part, writer);
            ConvertLogging(file.Model, layout, part, writer);
            ConvertVolumesFrom(file.Model, edits, part);
            if (part.TryGetEntry("volume_driver", out var driver))
            {
                writer.Delete(driver);
            }

            if (part.TryGetEntry("cgroupns_mode", out var cgroup))
            {
                Rename(writer, part, cgroup, "cgroup");
            }

            if (InitPath(file.Model, part) is { } init)
            {
                edits.Replace(init.Value.FullSpan, "true");
            }
        }

        new LegacyVolumes(file).Convert(edits, top);
    }

    /// <summary>What the rewriting changes for the running system or takes away, one sentence each.</summary>
    public static IReadOnlyList<string> RuntimeChanges(ComposeFile file) =>
    [
        .. new LegacyVolumes(file).RuntimeChanges,
        .. file.Model.Services.Where(service => service.Attribute("init") is { IsScalar: true } init && init.Value.StartsWith('/'))
            .Select(service => $"'{service.Name}' runs the engine's own init instead of '{service.Attribute("init")?.Value}', which Compose v2 cannot name."),
    ];

    /// <summary>
    /// How containers are called differently by Compose v2 than by docker-compose 1.x; null when every service names its container itself.
    /// </summary>
    public static string? ContainerNames(ComposeFile file) =>
        file.Model.Services.FirstOrDefault(service => service.ContainerName is null) is { } service
            ? $"Compose v2 joins the parts of a container's name with '-', docker-compose 1.x with '_': the container of '{service.Name}' is 'PROJECT-{service.Name}-1', no longer 'PROJECT_{service.Name}_1'."
            : null;

    /// <summary>The attributes that are rewritten, each at its place, with what takes their place.</summary>
    public static IReadOnlyList<MigrationNote> Converted(ComposeFile file) =>
    [
        .. ServiceParts.Of(file).SelectMany(part => part.Entries).Where(entry => Successors.ContainsKey(entry.Name))
            .Select(entry => new MigrationNote(entry.Key.Span, $"'{entry.Name}' {Successors[entry.Name]}.")),
    ];

    /// <summary>What cannot be rewritten although Compose v2 may refuse it, each with the reason.</summary>
    public static IReadOnlyList<MigrationNote> Left(ComposeFile file) =>
    [
        .. file.Model.Services.Select(service => (service, Reason: ObstacleOf(file.Model, service))).Where(left => left.Reason is not null)
            .Select(left => new MigrationNote(left.service.Entry.Key.Span, $"{left.Reason}.")),
        .. new LegacyVolumes(file).Left,
    ];

    private static string? ObstacleOf(ComposeModel model, Service service)
    {
        var parts = ServiceParts.Of(model, service.Body);
        var nets = parts.Where(part => part.TryGetEntry("net", out _)).Select(part => ServiceReader.ModeOfNet(model, model.Resolve(part.Get("net") ?? part).Value)).ToList();
        return nets.Count > 1 && nets[0] is null && nets.Any(net => net is not null) ? $"'net' of '{service.Name}' takes back a mode that is merged into it; name the networks in each service instead"
            : PairObstacle(model, service, "build", "dockerfile") ?? PairObstacle(model, service, "log_driver", "log_opt");
    }

    // Two attributes become one mapping, and a mapping comes through a merge key as a whole.
    private static string? PairObstacle(ComposeModel model, Service service, string first, string second)
    {
        if (model.Lookup(service.Body, first == "build" ? second : first) is null && model.Lookup(service.Body, second) is null)
        {
            return null;
        }

        var part = ServiceParts.With(model, service.Body, first, second) ?? service.Body;
        if (Lookup(model, part, first) != Lookup(model, service.Body, first) || Lookup(model, part, second) != Lookup(model, service.Body, second))
        {
            return $"'{first}' and '{second}' of '{service.Name}' are merged from different places; write both in the service";
        }

        foreach (var key in (string[])[first, second])
        {
            if (Lookup(model, part, key) is { } value && !part.TryGetEntry(key, out _) && !CanCopy(value))
            {
                return $"'{key}' of '{service.Name}' is merged into it and cannot be joined with its '{(key == first ? second : first)}'; write both in the service";
            }
        }

        return first == "build" && part.TryGetEntry("build", out var build) && (build.Value.IsNull || build.Value.IsAlias && !model.Resolve(build.Value).IsScalar)
            ? $"'build' of '{service.Name}' names no folder for its 'dockerfile'"
            : null;
    }

    private static YamlNode? Lookup(ComposeModel model, YamlNode mapping, string key) => model.Lookup(mapping, key) is { IsNull: false } value ? value : null;

    // What fits on the line of another key, without comments or an anchor that would be there twice.
    private static bool CanCopy(YamlNode value) =>
        value.Anchor is null && (value.IsScalar ? value.Style is not (ScalarStyle.Literal or ScalarStyle.Folded) : value.IsAlias || (value.IsFlow && value.Entries.All(entry => entry.Value.IsScalar)));

    private static void Rename(PartWriter writer, YamlNode part, YamlEntry entry, string name)
    {
        if (part.TryGetEntry(name, out _))
        {
            writer.Delete(entry);
        }
        else
        {
            writer.Rename(entry, name);
        }
    }

    private static void ConvertNet(ComposeModel model, Layout layout, EditList edits, YamlNode part, PartWriter writer)
    {
        if (!part.TryGetEntry("net", out var net))
        {
            return;
        }

        var value = model.Resolve(net.Value);
        var mode = ServiceReader.ModeOfNet(model, value.Value);
        if (mode is null || value.IsNull || part.TryGetEntry("network_mode", out _))
        {
            writer.Delete(net);
            return;
        }

        writer.Rename(net, "network_mode");
        if (ServiceReader.ServiceOf(mode) is null)
        {
            return;
        }

        if (net.Value.IsAlias || layout.TextOf(Layout.Inner(net.Value)) != net.Value.Value)
        {
            edits.Replace(net.Value.Span, Layout.Quoted(mode));
        }
        else
        {
            edits.Replace(TextSpan.FromLength(Layout.Inner(net.Value).Start, "container".Length), "service");
        }
    }

    private static void ConvertBuild(ComposeModel model, Layout layout, YamlNode part, PartWriter writer)
    {
        if (part.TryGetEntry("dockerfile", out var dockerfile))
        {
            if (part.TryGetEntry("build", out var build))
            {
                JoinBuild(model, build, dockerfile, writer);
            }
            else if (dockerfile.Value.IsNull)
            {
                writer.Delete(dockerfile);
            }
            else
            {
                // What extends another service takes the folder from there.
                IReadOnlyList<(string, string)> context = Lookup(model, part, "build") is { } merged ? [("context", layout.TextOf(merged.FullSpan))]
                    : model.Lookup(part, "extends") is not null ? []
                    : [("context", ".")];
                writer.Nest(dockerfile, "build", "dockerfile", context);
            }
        }
        else if (part.TryGetEntry("build", out var alone) && alone.Value.IsScalar && Lookup(model, part, "dockerfile") is { } merged)
        {
            writer.Nest(alone, "build", "context", [("dockerfile", layout.TextOf(merged.FullSpan))]);
        }
    }

    private static void JoinBuild(ComposeModel model, YamlEntry build, YamlEntry dockerfile, PartWriter writer)
    {
        if (dockerfile.Value.IsNull || model.Resolve(build.Value).TryGetEntry("dockerfile", out _))
        {
            writer.Delete(dockerfile);
        }
        else if (build.Value is { IsMapping: true, Entries.Count: > 0 })
        {
            writer.AddInside(build, dockerfile);
        }
        else if (!build.Value.IsMapping)
        {
            writer.Join(build, "context", dockerfile, "dockerfile", "build");
        }
    }

    private static void ConvertLogging(ComposeModel model, Layout layout, YamlNode part, PartWriter writer)
    {
        var hasDriver = part.TryGetEntry("log_driver", out var driver) && !driver.Value.IsNull;
        var hasOptions = part.TryGetEntry("log_opt", out var options) && !options.Value.IsNull;
        if (part.TryGetEntry("log_driver", out var empty) && (!hasDriver || part.TryGetEntry("logging", out _)))
        {
            writer.Delete(empty);
            hasDriver = false;
        }

        if (part.TryGetEntry("log_opt", out empty) && (!hasOptions || part.TryGetEntry("logging", out _)))
        {
            writer.Delete(empty);
            hasOptions = false;
        }

        if (hasDriver && hasOptions)
        {
            writer.Join(driver, "driver", options, "options", "logging");
        }
        else if (hasDriver)
        {
            writer.Nest(driver, "logging", "driver", Lookup(model, part, "log_opt") is { } merged && !part.TryGetEntry("log_opt", out _) ? [("options", layout.TextOf(merged.FullSpan))] : []);
        }
        else if (hasOptions)
        {
            writer.Nest(options, "logging", "options", Lookup(model, part, "log_driver") is { } merged && !part.TryGetEntry("log_driver", out _) ? [("driver", layout.TextOf(merged.FullSpan))] : []);
        }
    }

    private static void ConvertVolumesFrom(ComposeModel model, EditList edits, YamlNode part)
    {
        // A list that is an alias is written, and rewritten, where its anchor is.
        if (part.Get("volumes_from") is not { } list)
        {
            return;
        }

        foreach (var item in list.Items.Select(item => item.Value).Where(item => item.IsScalar))
        {
            var start = Layout.Inner(item).Start;
            if (model.Format == ComposeFormat.Legacy)
            {
                if (VolumesFromItem.Parse(item.Value) is { IsContainer: false, IsInterpolated: false } from && !model.IsServiceName(from.Source))
                {
                    edits.Insert(start, "container:");
                }
            }
            else if (VolumesFromItem.IsPrefixed(item.Value))
            {
                edits.Delete(TextSpan.FromLength(start, VolumesFromItem.ServicePrefix.Length));
            }
        }
    }

    private static YamlEntry? InitPath(ComposeModel model, YamlNode part) =>
        part.TryGetEntry("init", out var init) && model.Resolve(init.Value) is { IsScalar: true } value && value.Value.StartsWith('/') ? init : null;
}
