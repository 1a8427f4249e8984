using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Fixes;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Puts what services extend under them: services of the same file, or of another one.</summary>
internal sealed class Extends
{
    // Deeper than anybody extends, shallow enough for any stack.
    private const int MaxDepth = 100;

    private readonly LoadContext context;
    private readonly ModelLoader loader;
    private readonly Merger merger;
    private readonly Dictionary<string, ExtendedFile?> files = new(StringComparer.Ordinal);

    public Extends(LoadContext context, ModelLoader loader, Merger merger)
    {
        this.context = context;
        this.loader = loader;
        this.merger = merger;
    }

    /// <summary>A document's root whose services extend nothing any more.</summary>
    public ConfigMapping Apply(ConfigMapping root, string path, Scope scope, IReadOnlyList<PathReset> resets)
    {
        if (!root.TryGet("services", out var section))
        {
            return root;
        }

        if (section.Value is not ConfigMapping services)
        {
            if (section.Value is not ConfigUnknown)
            {
                context.Invalid(section.Value.Place, $"'services' takes a mapping of services by name; here it is {section.Value.KindName}.");
            }

            return root.Without("services");
        }

        if (!services.Entries.Any(entry => entry.Value is ConfigMapping service && service.Get("extends") is not null))
        {
            return root;
        }

        var resolver = new Resolver(this, services, path, scope, resets);
        return root.WithValue("services", new ConfigMapping(services.Place, services.Entries.Select(entry => entry with { Value = resolver.Resolve(entry.Key, []) ?? entry.Value })));
    }

    private ExtendedFile? File(string path, Scope scope)
    {
        if (!files.TryGetValue(path, out var file))
        {
            files[path] = file = loader.LoadExtended(path, scope);
        }

        return file;
    }

    private sealed record Step(string Path, string Service, SourcePlace Place);

    /// <summary>Resolves the services of one document or file.</summary>
    private sealed class Resolver(Extends owner, ConfigMapping services, string path, Scope scope, IReadOnlyList<PathReset> resets)
    {
        private readonly Dictionary<string, ConfigNode?> resolved = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Resolver> others = new(StringComparer.Ordinal);

        public ConfigNode? Resolve(string name, IReadOnlyList<Step> chain)
        {
            if (!resolved.TryGetValue(name, out var result))
            {
                result = services.TryGet(name, out var entry) && entry.Value is ConfigMapping service && service.TryGet("extends", out var extends)
                    ? Merge(entry, service, extends, chain)
                    : entry.Value;
                resolved[name] = result;
            }

            return result;
        }

        private ConfigNode Merge(ConfigEntry entry, ConfigMapping service, ConfigEntry extends, IReadOnlyList<Step> chain)
        {
            var own = service.Without("extends");
            if (Reference(extends) is not { } reference)
            {
                return own;
            }

            var step = new Step(path, entry.Key, reference.Name.PlaceOf(new TextSpan(0, reference.Name.Text?.Length ?? 0)));
            List<Step> steps = [.. chain, step];
            var target = reference.File is null ? path : HostPath.Absolute(scope.Folder, reference.File.Text ?? "", owner.context.Request.Environment);
            var start = steps.FindIndex(other => other.Path == target && other.Service == reference.Name.Text);
            if (start >= 0)
            {
                ReportCycle(steps[start..]);
                return own;
            }

            if (steps.Count > MaxDepth)
            {
                owner.context.Invalid(step.Place, $"This is the {MaxDepth}th service in a row that extends another one; further ones are not followed. Extend a service further down the row.");
                owner.context.HasUnknownParts = true;
                return own;
            }

            if (Base(entry, reference, target, steps) is not ConfigMapping parent)
            {
                // Whatever it extends may bring what seems to be missing.
                return own.Get("image") is null ? own.With(new ConfigEntry("image", extends.KeyPlace, new ConfigUnknown(extends.KeyPlace))) : own;
            }

            foreach (var reset in resets)
            {
                if (reset.Path.Count > 2 && reset.Path[0] == "services" && reset.Path[1] == entry.Key)
                {
                    parent = new PathReset([.. reset.Path.Skip(2)]).Apply(parent);
                }
            }

            return owner.merger.MergeService(parent, own).Without("extends");
        }

        private ConfigNode? Base(ConfigEntry entry, Reference reference, string target, List<Step> steps)
        {
            if (reference.File is not { } file)
            {
                if (services.TryGet(reference.Name.Text ?? "", out _))
                {
                    return Resolve(reference.Name.Text ?? "", steps);
                }

                ReportUnknown(entry, reference, services, "this file");
                return null;
            }

            if (file.Text is { } text && text.Contains("://", StringComparison.Ordinal))
            {
                owner.context.HasUnknownParts = true;
                return null;
            }

            if (!FileReferences.IsFile(owner.context, target, file, "The extended file") || owner.File(target, scope) is not { } extended)
            {
                owner.context.HasUnknownParts = true;
                return null;
            }

            if (extended.Root.Get("services") is not ConfigMapping theirs)
            {
                owner.context.Invalid(file.Place, $"'{file.Text}' has no services to extend. Name a file that has 'services'.");
                return null;
            }

            if (!theirs.TryGet(reference.Name.Text ?? "", out _))
            {
                ReportUnknown(entry, reference, theirs, $"'{file.Text}'");
                return null;
            }

            if (!others.TryGetValue(target, out var resolver))
            {
                others[target] = resolver = new Resolver(owner, theirs, target, scope with { Folder = HostPath.Folder(target) }, extended.Resets);
            }

            return resolver.Resolve(reference.Name.Text ?? "", steps);
        }

        private Reference? Reference(ConfigEntry extends)
        {
            switch (extends.Value)
            {
                case ConfigUnknown:
                    return null;
                case ConfigScalar { Text: not null } name:
                    return new Reference(name, null);
                case ConfigMapping mapping:
                    var file = mapping.Get("file");
                    if (file is not (null or ConfigUnknown or ConfigScalar { Text: not null } or ConfigScalar { IsNull: true }))
                    {
                        owner.context.Invalid(file.Place, $"'file' takes the path of a file, not {file.KindName}.");
                        return null;
                    }

                    if (mapping.Get("service") is ConfigScalar { Text: not null } service)
                    {
                        return file is ConfigUnknown ? null : new Reference(service, file is ConfigScalar { Text: not null } text ? text : null);
                    }

                    // What services the file has is asked before one is named.
                    if (file is ConfigScalar { Text: { } written } && !written.Contains("://", StringComparison.Ordinal))
                    {
                        owner.context.Find(HostPath.Absolute(scope.Folder, written, owner.context.Request.Environment));
                    }

                    if (mapping.Get("service") is not ConfigUnknown)
                    {
                        owner.context.Invalid(mapping.Get("service")?.Place ?? extends.KeyPlace, "'extends' needs 'service', the name of the service to extend.");
                    }

                    return null;
                default:
                    owner.context.Invalid(extends.Value.Place, $"'extends' takes the name of a service, or a mapping with 'service' and 'file', not {extends.Value.KindName}.");
                    return null;
            }
        }

        private void ReportUnknown(ConfigEntry entry, Reference reference, ConfigMapping candidates, string where)
        {
            var name = reference.Name.Text ?? "";
            var place = reference.Name.PlaceOf(new TextSpan(0, name.Length));
            var nearest = Spelling.Nearest(name, [.. candidates.Entries.Select(candidate => candidate.Key)]);
            var advice = nearest is null ? "Name a service that is defined there." : $"Did you mean '{nearest}'?";
            owner.context.Problems.Add(new Problem("undefined-service", place, $"Service '{entry.Key}' extends '{name}', which {where} does not define. {advice}")
            {
                Fixes = nearest is null ? null : () => [ReferenceFixes.Rename(place, name, nearest)],
            });
        }

        private void ReportCycle(List<Step> circle)
        {
            var way = string.Join(" → ", circle.Select(step => step.Service).Append(circle[0].Service));
            foreach (var step in circle)
            {
                owner.context.Problems.Add(new Problem("extends-cycle", step.Place, circle.Count == 1
                    ? $"Service '{step.Service}' extends itself. Take 'extends' out, or name another service."
                    : $"These services extend each other: {way}. Take one 'extends' out, or move what they share into a service of its own.")
                {
                    Related = [.. circle.Where(other => other != step).Select(other => new RelatedLocation(other.Place.Path, other.Place.Span, $"'{other.Service}' extends the next service here"))],
                });
            }
        }
    }

    private sealed record Reference(ConfigScalar Name, ConfigScalar? File);
}
