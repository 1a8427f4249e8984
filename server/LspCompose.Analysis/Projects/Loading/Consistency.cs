using System.Globalization;
using LspCompose.Analysis.Fixes;
using LspCompose.Analysis.Values;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Checks active services against each other and against what the project declares, on the decoded model.</summary>
internal sealed class Consistency
{
    private readonly LoadContext context;
    private readonly ConfigMapping written;
    private readonly ConfigMapping root;
    private readonly IReadOnlySet<string> active;
    private readonly IReadOnlyList<ConfigEntry> services;

    /// <summary>Looks at a project: as written (after merge and in long form) and as decoded.</summary>
    public Consistency(LoadContext context, ConfigMapping written, ConfigMapping root, IReadOnlySet<string> active)
    {
        this.context = context;
        this.written = written;
        this.root = root;
        this.active = active;
        services = root.Get("services") is ConfigMapping all ? [.. all.Entries.Where(entry => active.Contains(entry.Key))] : [];
    }

    /// <summary>Reports everything Compose refuses here.</summary>
    public void Check()
    {
        foreach (var service in services)
        {
            if (service.Value is ConfigMapping mapping)
            {
                Source(service, mapping);
                Build(service, mapping);
                Networks(service, mapping);
                HealthTest(mapping);
                DependsOn(service, mapping);
                Resources(service, mapping);
                Limits(service, mapping);
                Watch(service, mapping);
                Mounts(service, mapping);
            }
        }

        if (context.IsLatest)
        {
            ContainerNames();
        }

        foreach (var secret in Entries(root.Get("secrets")))
        {
            if (secret.Value is ConfigMapping mapping && !IsTrue(mapping.Get("external")) && mapping.Get("file") is null && mapping.Get("environment") is null && mapping.Get("content") is null)
            {
                context.Problems.Add(new Problem("invalid-value", secret.KeyPlace, $"The secret '{secret.Key}' has no content. Give it 'file' or 'environment', or 'external: true'.") { IsAboutMissing = true });
            }
        }
    }

    private void Source(ConfigEntry service, ConfigMapping mapping)
    {
        if (mapping.Get("image") is null && mapping.Get("build") is null && (mapping.Get("provider") is null || !context.IsLatest) && !IsWritten(service.Key, "image") && !IsWritten(service.Key, "build"))
        {
            context.Problems.Add(new Problem("missing-image", service.KeyPlace, $"Service '{service.Key}' has neither 'image' nor 'build', so there is nothing to run. Add one of them.") { IsAboutMissing = true });
        }
    }

    // What could not be decoded is told elsewhere; it is not missing.
    private bool IsWritten(string service, string attribute) =>
        ((written.Get("services") as ConfigMapping)?.Get(service) as ConfigMapping)?.Get(attribute) is not (null or ConfigScalar { Value: null or "" });

    private void Build(ConfigEntry service, ConfigMapping mapping)
    {
        if (mapping.Get("build") is not ConfigMapping build)
        {
            return;
        }

        if (build.TryGet("dockerfile", out _) && build.TryGet("dockerfile_inline", out var inline))
        {
            context.Problems.Add("conflicting-attributes", inline.KeyPlace, $"'build' of service '{service.Key}' has both 'dockerfile' and 'dockerfile_inline'. Keep one of them.");
        }

        foreach (var entry in Entries(build.Get("additional_contexts")))
        {
            if (entry.Value is ConfigScalar { Text: { } text } scalar && text.StartsWith("service:", StringComparison.Ordinal))
            {
                var name = text["service:".Length..];
                var place = scalar.PlaceOf(new TextSpan("service:".Length, text.Length));
                var target = services.FirstOrDefault(other => other.Key == name);
                if (target.Value is null)
                {
                    Undefined("undefined-service", "service", name, place, $"the build of service '{service.Key}' uses as a context", services.Select(other => other.Key));
                }
                else if ((target.Value as ConfigMapping)?.Get("build") is null)
                {
                    context.Invalid(place, $"Service '{name}' has no 'build', so nothing of it can be used as a build context. Name a service that is built.");
                }
            }
        }

        if (mapping.Get("platform") is ConfigScalar { Text: { } platform } own && build.Get("platforms") is ConfigSequence { Items.Count: > 0 } platforms && !platforms.Items.Any(item => item is ConfigScalar scalar && scalar.Text == platform))
        {
            context.Problems.Add("conflicting-attributes", own.Place, $"Platform '{platform}' of service '{service.Key}' is not among its 'build.platforms'. Add it there.");
        }

        foreach (var secret in Items(build.Get("secrets")))
        {
            Reference(secret, "undefined-secret", "secret", "secrets", $"the build of service '{service.Key}' uses");
        }
    }

    private void Networks(ConfigEntry service, ConfigMapping mapping)
    {
        var networks = Entries(mapping.Get("networks"));
        if (networks.Count > 0 && mapping.TryGet("network_mode", out var mode) && mapping.TryGet("networks", out var list))
        {
            context.Problems.Add(new Problem("conflicting-attributes", mode.KeyPlace, $"Service '{service.Key}' has both 'network_mode' and 'networks'. Keep one of them.")
            {
                Related = [new(list.KeyPlace.Path, list.KeyPlace.Span, "'networks' is here")],
            });
        }

        var declared = Names("networks");
        foreach (var network in networks)
        {
            if (!declared.Contains(network.Key) && network.Key != "default")
            {
                Undefined("undefined-network", "network", network.Key, network.KeyPlace, $"service '{service.Key}' is on", declared);
            }
        }
    }

    private void HealthTest(ConfigMapping mapping)
    {
        if ((mapping.Get("healthcheck") as ConfigMapping)?.Get("test") is ConfigSequence { Items.Count: > 0 } test && test.Items[0] is ConfigScalar { Text: { } first } scalar && first is not ("CMD" or "CMD-SHELL" or "NONE"))
        {
            context.Invalid(scalar.PlaceOf(new TextSpan(0, first.Length)), $"A health check as a list begins with CMD, CMD-SHELL or NONE, not '{first}'. Put \"CMD\" in front.");
        }
    }

    private void DependsOn(ConfigEntry service, ConfigMapping mapping)
    {
        foreach (var dependency in Entries(mapping.Get("depends_on")))
        {
            if (active.Contains(dependency.Key) || context.Request.IsFragment)
            {
                continue;
            }

            var isDefined = (root.Get("services") as ConfigMapping)?.TryGet(dependency.Key, out var target) == true;
            if (!isDefined)
            {
                Undefined("undefined-service", "service", dependency.Key, dependency.KeyPlace, $"service '{service.Key}' refers to{Attribute(mapping, dependency)}", Names("services").Where(name => name != service.Key));
            }
            else if (dependency.Value is not ConfigMapping condition || condition.Get("required") is not ConfigScalar { Value: false })
            {
                var disabled = (root.Get("services") as ConfigMapping)?.Get(dependency.Key) as ConfigMapping;
                var profiles = string.Join(", ", Items(disabled?.Get("profiles")).OfType<ConfigScalar>().Select(profile => $"'{profile.Display}'"));
                context.Problems.Add("inactive-dependency", dependency.KeyPlace, $"Service '{service.Key}' needs '{dependency.Key}', which only runs with profile {profiles}. Activate the profile, give '{service.Key}' the same one, or write 'required: false'.");
            }
        }
    }

    // An implied dependency has the place of the value it comes from.
    private static string Attribute(ConfigMapping mapping, ConfigEntry dependency)
    {
        foreach (var name in new[] { "links", "volumes_from", "network_mode", "ipc", "pid", "uts", "cgroup", "depends_on" })
        {
            if (mapping.TryGet(name, out var entry) && entry.Value.Place.Path == dependency.KeyPlace.Path && entry.Value.Place.Span.Start <= dependency.KeyPlace.Span.Start && dependency.KeyPlace.Span.End <= entry.Value.Place.Span.End)
            {
                return $" in '{name}'";
            }
        }

        return "";
    }

    private void Resources(ConfigEntry service, ConfigMapping mapping)
    {
        var volumes = Names("volumes");
        foreach (var volume in Items(mapping.Get("volumes")))
        {
            if (volume is ConfigMapping mount && mount.Get("type") is ConfigScalar { Text: "volume" } && mount.Get("source") is ConfigScalar { Text: { Length: > 0 } source } scalar && !volumes.Contains(source))
            {
                Undefined("undefined-volume", "volume", source, scalar.PlaceOf(new TextSpan(0, source.Length)), $"service '{service.Key}' mounts", volumes);
            }
        }

        foreach (var secret in Items(mapping.Get("secrets")))
        {
            Reference(secret, "undefined-secret", "secret", "secrets", $"service '{service.Key}' uses");
        }

        foreach (var config in Items(mapping.Get("configs")))
        {
            Reference(config, "undefined-config", "config", "configs", $"service '{service.Key}' uses");
        }

        var models = Names("models");
        foreach (var model in Entries(mapping.Get("models")))
        {
            if (!models.Contains(model.Key))
            {
                Undefined("undefined-model", "model", model.Key, model.KeyPlace, $"service '{service.Key}' uses", models);
            }
        }
    }

    private void Reference(ConfigNode item, string rule, string kind, string section, string use)
    {
        if (item is not ConfigMapping mapping)
        {
            return;
        }

        var declared = Names(section);
        if (mapping.Get("source") is ConfigScalar { Text: { Length: > 0 } name } source)
        {
            if (!declared.Contains(name))
            {
                Undefined(rule, kind, name, source.PlaceOf(new TextSpan(0, name.Length)), use, declared);
            }
        }
        else if (mapping.Get("source") is null)
        {
            context.Invalid(mapping.Place, $"A {kind} is named by 'source', which is missing here. Add 'source: NAME'.");
        }
    }

    private void Limits(ConfigEntry service, ConfigMapping mapping)
    {
        var deploy = mapping.Get("deploy") as ConfigMapping;
        var replicas = deploy?.Get("replicas") as ConfigScalar;
        var scale = mapping.Get("scale") as ConfigScalar;
        if (scale is not null && replicas is not null && !Equals(scale.Value, replicas.Value))
        {
            Distinct(service, scale.Place, "scale", "deploy.replicas");
        }

        foreach (var (value, name) in new[] { (scale, "scale"), (replicas, "deploy.replicas") })
        {
            if (context.IsLatest && value?.Value is long and < 0)
            {
                context.Invalid(value.Place, $"'{name}' cannot be below 0; it is the number of containers to run.");
            }

            if (value?.Value is long and > 1 && mapping.TryGet("container_name", out var name2))
            {
                context.Problems.Add("conflicting-attributes", name2.KeyPlace, $"Service '{service.Key}' runs {value.Display} containers, which cannot all be called '{(name2.Value as ConfigScalar)?.Display}'. Remove 'container_name' or '{name}'.");
            }
        }

        var limits = Find(deploy, "resources", "limits") as ConfigMapping;
        var reservations = Find(deploy, "resources", "reservations") as ConfigMapping;
        Agree(service, mapping, "cpus", limits, "cpus", "deploy.resources.limits.cpus");
        Agree(service, mapping, "mem_limit", limits, "memory", "deploy.resources.limits.memory");
        Agree(service, mapping, "mem_reservation", reservations, "memory", "deploy.resources.reservations.memory");
        Agree(service, mapping, "pids_limit", limits, "pids", "deploy.resources.limits.pids");
    }

    // A limit that is not given there counts as 0, which is another value.
    private void Agree(ConfigEntry service, ConfigMapping mapping, string name, ConfigMapping? limits, string limit, string path)
    {
        if (mapping.TryGet(name, out var own) && own.Value is ConfigScalar value && limits is not null && Amount(value) is var amount and not 0 && amount != Amount(limits.Get(limit) as ConfigScalar))
        {
            Distinct(service, value.Place, name, path);
        }
    }

    private static double Amount(ConfigScalar? scalar) => scalar is not null && double.TryParse(ScalarText.Of(scalar), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private void Distinct(ConfigEntry service, SourcePlace place, string name, string path) =>
        context.Problems.Add("conflicting-attributes", place, $"'{name}' and '{path}' of service '{service.Key}' say the same thing with different values. Keep one of them, or give both the same value.");

    private void Watch(ConfigEntry service, ConfigMapping mapping)
    {
        foreach (var item in Items(Find(mapping.Get("develop"), "watch")))
        {
            if (item is ConfigMapping rule && rule.Get("action") is ConfigScalar { Text: { } action } && action is not ("rebuild" or "restart") && rule.Get("target") is null)
            {
                context.Problems.Add(new Problem("invalid-value", rule.Get("action")?.Place ?? rule.Place, $"A watch rule of service '{service.Key}' with action '{action}' needs 'target', the path in the container.") { IsAboutMissing = true });
            }
        }
    }

    private void Mounts(ConfigEntry service, ConfigMapping mapping)
    {
        if (!context.IsLatest)
        {
            return;
        }

        var targets = new Dictionary<string, SourcePlace>(StringComparer.Ordinal);
        void Add(string target, SourcePlace place)
        {
            var clean = GoPath.Clean(target);
            if (!targets.TryAdd(clean, place))
            {
                var first = targets[clean];
                context.Problems.Add(new Problem("duplicate-mount", place, $"Service '{service.Key}' mounts something at '{clean}' twice. Remove one of the two, or mount it elsewhere.")
                {
                    Related = [new(first.Path, first.Span, "The other mount")],
                });
            }
        }

        foreach (var item in Items(mapping.Get("tmpfs")))
        {
            if (item is ConfigScalar { Text: { } text } scalar)
            {
                var target = text.Split(':')[0];
                Add(target, scalar.PlaceOf(new TextSpan(0, target.Length)));
            }
        }

        foreach (var item in Items(mapping.Get("volumes")))
        {
            if (item is ConfigMapping mount && mount.Get("target") is ConfigScalar { Text: { Length: > 0 } target } place)
            {
                Add(target, place.PlaceOf(new TextSpan(0, target.Length)));
            }
        }
    }

    private void ContainerNames()
    {
        var names = new Dictionary<string, ConfigEntry>(StringComparer.Ordinal);
        foreach (var service in services)
        {
            if (service.Value is ConfigMapping mapping && mapping.Get("container_name") is ConfigScalar { Text: { } name } scalar && !names.TryAdd(name, service))
            {
                var first = names[name];
                var place = (first.Value as ConfigMapping)?.Get("container_name")?.Place ?? first.KeyPlace;
                context.Problems.Add(new Problem("duplicate-container-name", scalar.PlaceOf(new TextSpan(0, name.Length)), $"Container name '{name}' of service '{service.Key}' is taken by service '{first.Key}'. Give one of them another name, or none.")
                {
                    Related = [new(place.Path, place.Span, $"Service '{first.Key}' has it too")],
                });
            }
        }
    }

    private void Undefined(string rule, string kind, string name, SourcePlace place, string use, IEnumerable<string> candidates)
    {
        if (context.HasUnknownParts || context.Request.IsFragment)
        {
            return;
        }

        var nearest = Spelling.Nearest(name, candidates);
        var advice = nearest is not null ? $"Did you mean '{nearest}'?" : kind == "service" ? "Define it or remove the reference." : $"Declare it under '{kind}s' at the top level, or remove the reference.";
        context.Problems.Add(new Problem(rule, place, $"{char.ToUpperInvariant(kind[0])}{kind[1..]} '{name}', which {use}, is not defined. {advice}")
        {
            IsAboutMissing = true,
            Fixes = () =>
            [
                .. nearest is null ? [] : new[] { ReferenceFixes.Rename(place, name, nearest) },
                .. kind == "service" ? [] : ReferenceFixes.Declare(context.Workspace, place.Path, kind, name),
            ],
        });
    }

    private HashSet<string> Names(string section) => [.. Entries(root.Get(section)).Select(entry => entry.Key)];

    private static bool IsTrue(ConfigNode? node) => node is ConfigScalar { Value: true };

    private static ConfigNode? Find(ConfigNode? node, params string[] keys) => keys.Aggregate(node, (current, key) => (current as ConfigMapping)?.Get(key));

    private static IReadOnlyList<ConfigEntry> Entries(ConfigNode? node) => node is ConfigMapping mapping ? mapping.Entries : [];

    private static IReadOnlyList<ConfigNode> Items(ConfigNode? node) => node is ConfigSequence list ? list.Items : [];
}
