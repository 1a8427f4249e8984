using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Loads what a file includes, each as a project of its own, and takes its resources over where the including file does not define them.</summary>
internal sealed class Includes(LoadContext context, ModelLoader loader, Merger merger)
{
    // Deeper than anybody includes, shallow enough for any stack.
    private const int MaxDepth = 100;

    private static readonly string[] Imported = ["services", "networks", "volumes", "secrets", "configs", "models"];

    /// <summary>A document's root with the included resources and without <c>include</c>.</summary>
    public ConfigMapping Apply(ConfigMapping root, string path, Scope scope, IReadOnlyList<IncludeStep> chain)
    {
        if (!root.TryGet("include", out var include))
        {
            return root;
        }

        var result = root.Without("include");
        if (include.Value is not ConfigSequence items)
        {
            if (include.Value is not (ConfigScalar { IsNull: true } or ConfigUnknown))
            {
                context.Invalid(include.Value.Place, $"'include' takes a list of files, not {include.Value.KindName}. Put '- ' in front.");
            }

            return result;
        }

        foreach (var item in items.Items)
        {
            if (Read(item, path, scope, chain) is { } included)
            {
                result = Import(included, result, path);
            }
        }

        return result;
    }

    private ConfigMapping? Read(ConfigNode item, string including, Scope scope, IReadOnlyList<IncludeStep> chain)
    {
        if (item is not (ConfigMapping or ConfigScalar { Text: not null }))
        {
            if (item is not (ConfigUnknown or ConfigScalar { IsNull: true }))
            {
                context.Invalid(item.Place, $"An item of 'include' is a file, or a mapping with 'path', not {item.KindName}.");
            }

            return null;
        }

        var mapping = item as ConfigMapping;
        var written = Texts(mapping is null ? item : mapping.Get("path"));
        var paths = new List<string>();
        foreach (var file in written)
        {
            if (IsRemote(file.Text ?? ""))
            {
                // Another machine's files; nobody may be blamed for what we cannot see.
                context.HasUnknownParts = true;
                return null;
            }

            var target = HostPath.Absolute(scope.Folder, file.Text ?? "", context.Request.Environment);
            if (IsCycle(target, file, including, chain))
            {
                return null;
            }

            if (chain.Count >= MaxDepth)
            {
                context.Invalid(file.Place, $"This is the {MaxDepth}th include within an include; deeper ones are not followed. Include the file further up.");
                context.HasUnknownParts = true;
                return null;
            }

            if (!FileReferences.IsFile(context, target, file, "The included file"))
            {
                context.HasUnknownParts = true;
                return null;
            }

            paths.Add(target);
        }

        if (paths.Count == 0)
        {
            return null;
        }

        var folder = mapping?.Get("project_directory") is ConfigScalar { Text: { Length: > 0 } own } ? HostPath.Absolute(scope.Folder, own, context.Request.Environment) : HostPath.Folder(paths[0]);
        if (EnvironmentOf(mapping, folder, scope) is not { } variables)
        {
            return null;
        }

        var step = new IncludeStep(including, written[0].Place);
        return context.IncludeOnce($"{string.Join('\n', paths)}\n{folder}", () => loader.Load(paths, new Scope(folder, variables), [.. chain, step]));
    }

    private bool IsCycle(string target, ConfigScalar file, string including, IReadOnlyList<IncludeStep> chain)
    {
        List<IncludeStep> steps = [.. chain, new IncludeStep(including, file.Place)];
        var start = steps.FindIndex(step => step.Path == target);
        if (start < 0)
        {
            return false;
        }

        var circle = steps[start..];
        var way = string.Join(" → ", circle.Select(step => HostPath.Name(step.Path)).Append(HostPath.Name(target)));
        for (var index = 0; index < circle.Count; index++)
        {
            context.Problems.Add(new Problem("include-cycle", circle[index].Place, circle.Count == 1
                ? "This file includes itself. Take this include out, or name another file."
                : $"These files include each other: {way}. Take one of the includes out.")
            {
                Related = [.. circle.Where(step => step != circle[index]).Select(step => new RelatedLocation(step.Place.Path, step.Place.Span, $"'{HostPath.Name(step.Path)}' includes the next file here"))],
            });
        }

        return true;
    }

    private Variables? EnvironmentOf(ConfigMapping? mapping, string folder, Scope scope)
    {
        var files = Texts(mapping?.Get("env_file"));
        if (files.Count == 0)
        {
            var file = HostPath.Absolute(folder, ".env", context.Request.Environment);
            context.HasUnreadVariables |= context.Find(file) is null;
            return context.Find(file) is FileContent.Present ? EnvFiles.Read(context, [(file, null)], scope.Variables) : scope.Variables;
        }

        var paths = new List<(string Path, ConfigScalar? Written)>();
        foreach (var file in files)
        {
            var path = HostPath.Absolute(scope.Folder, file.Text ?? "", context.Request.Environment);
            if (path == "/dev/null")
            {
                continue;
            }

            if (!FileReferences.IsFile(context, path, file, "The environment file"))
            {
                return null;
            }

            paths.Add((path, file));
        }

        return EnvFiles.Read(context, paths, scope.Variables);
    }

    // What the including file defines wins; of two includes the earlier one.
    private ConfigMapping Import(ConfigMapping included, ConfigMapping root, string path)
    {
        foreach (var kind in Imported)
        {
            if (!included.TryGet(kind, out var section) || section.Value is not ConfigMapping resources || (kind == "models" && !context.IsLatest))
            {
                continue;
            }

            if (!root.TryGet(kind, out var own) || own.Value is ConfigScalar { IsNull: true })
            {
                root = root.With(section);
                continue;
            }

            if (own.Value is ConfigMapping local)
            {
                root = root.WithValue(kind, context.IsLatest ? ImportInto(kind, resources, local) : ImportStrictly(kind, resources, local, path));
            }
        }

        return root;
    }

    private ConfigNode ImportInto(string kind, ConfigMapping resources, ConfigMapping local) =>
        merger.Merge(Section(kind, resources), Section(kind, local)).Get(kind) ?? local;

    // Compose 2.26 takes the same name twice only with the same content.
    private ConfigMapping ImportStrictly(string kind, ConfigMapping resources, ConfigMapping local, string path)
    {
        var result = local;
        foreach (var entry in resources.Entries)
        {
            if (!local.TryGet(entry.Key, out var own))
            {
                result = result.With(entry);
            }
            else if (!ConfigEquality.AreEqual(entry.Value, own.Value))
            {
                context.Problems.Add(new Problem("conflicting-attributes", own.KeyPlace, $"'{kind}.{own.Key}' is defined otherwise in an included file, which this Compose refuses. Give one of them another name.")
                {
                    Related = [new RelatedLocation(entry.KeyPlace.Path, entry.KeyPlace.Span, "The other definition")],
                });
            }
        }

        return result;
    }

    private static ConfigMapping Section(string kind, ConfigMapping resources) => new(resources.Place, [new ConfigEntry(kind, resources.Place, resources)]);

    private static List<ConfigScalar> Texts(ConfigNode? node) => node switch
    {
        ConfigScalar { Text: not null } scalar => [scalar],
        ConfigSequence list => [.. list.Items.OfType<ConfigScalar>().Where(item => item.Text is not null)],
        _ => [],
    };

    private static bool IsRemote(string path) => path.Contains("://", StringComparison.Ordinal) || path.StartsWith("oci:", StringComparison.Ordinal);
}
