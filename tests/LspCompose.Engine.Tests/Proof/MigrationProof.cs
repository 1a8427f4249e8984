using LspCompose.Analysis;
using LspCompose.Testing.Names;
using LspCompose.Yaml.Text;

namespace LspCompose.Engine.Tests.Proof;

/// <summary>Brings a project up before and after its migration and tells everything that is not as it must be.</summary>
internal sealed class MigrationProof
{
    // A file with one of these does not say by itself what the project is.
    private static readonly string[] OtherwiseDefined = ["${", "extends:", "profiles:", "-1:"];
    private readonly MigrationCase migration;
    private readonly CaseProject project;
    private readonly ComposeTool current;
    private readonly ComposeTool? first;
    private readonly List<string> problems = [];

    private MigrationProof(MigrationCase migration, CaseProject project, ComposeTool current, ComposeTool? first) =>
        (this.migration, this.project, this.current, this.first) = (migration, project, current, first);

    /// <summary>What is wrong with a case's migration, nothing when all is well.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(MigrationCase migration, ComposeTool current, ComposeTool? first, CancellationToken cancellation)
    {
        await using var project = await CaseProject.CreateAsync(migration, cancellation);
        var proof = new MigrationProof(migration, project, current, first);
        await proof.RunAsync();
        return proof.problems;
    }

    private async Task RunAsync()
    {
        var original = project.Files();
        var before = await BeforeAsync();
        var model = before.Model;
        IReadOnlyList<string> names = [.. (model?.Names ?? []).Concat(migration.Expected.Keys.Select(pair => pair.Name)).Distinct()];
        var was = migration.Starts && before.Tool is { } tool ? await ObserveAsync(tool, names, model, Refusal.IsAProblem) : null;

        await MigrateAsync();
        var migrated = project.Files();
        await MigrationReport.CheckAsync(project, migration, problems);

        var isChanged = migrated.Any(file => original[file.Key] != file.Value);
        await AfterAsync(isChanged, names, was, model);
        if (problems.Count > 0)
        {
            problems.AddRange(migrated.Select(file => $"--- {file.Key}\n{file.Value}"));
        }
    }

    /// <summary>The tool that starts the project as it is, and the model of its names; no tool where none does.</summary>
    private async Task<(ComposeTool? Tool, NameModel? Model)> BeforeAsync()
    {
        foreach (var tool in new[] { current, first }.OfType<ComposeTool>())
        {
            if (await project.ConfigAsync(tool) is { } config)
            {
                var services = tool == current ? ComposeConfigNames.ReadCurrent(config, project.Name) : ComposeConfigNames.Read(config, project.Name);
                return (tool, new NameModel([.. services, .. Outside()]));
            }
        }

        return (null, FileModel());
    }

    /// <summary>The model as read from the file alone, as the contract of the migrations has it; null where the file does not say all.</summary>
    private NameModel? FileModel()
    {
        if (project.Files().ToList() is not [var (path, text)] || OtherwiseDefined.Any(text.Contains))
        {
            return null;
        }

        var file = Workspace.Empty.WithFile(path, SourceText.From(text)).Files.Single();
        return new NameModel([.. ComposeFileNames.Read(file, project.Name), .. Outside()]);
    }

    private async Task AfterAsync(bool isChanged, IReadOnlyList<string> names, Observation? was, NameModel? model)
    {
        var config = await project.ConfigAsync(current);
        if (config is null && (isChanged || !migration.Staying.Contains("all")))
        {
            Report($"{current.Name} refuses the result: {(await project.ComposeAsync(current, "config", "-q")).Error.Trim()}");
        }

        var after = config is null ? model : new NameModel([.. ComposeConfigNames.ReadCurrent(config, project.Name), .. Outside()]);
        CheckLinks(config ?? "");
        if (!isChanged)
        {
            // The same file again would give the same answers; nothing but what was to go can be wrong.
            problems.AddRange(migration.Removed.Select(service => $"'{service}' is still there"));
            return;
        }

        foreach (var tool in new[] { config is null ? null : current, first }.OfType<ComposeTool>())
        {
            // The old Compose need not know what is new in the file.
            var mayRefuse = tool == first && config is not null;
            if (await ObserveAsync(tool, [.. names.Concat(after?.Names ?? []).Distinct()], after, mayRefuse ? Refusal.IsFine : Refusal.IsAProblem) is { } now)
            {
                Compare(was, model, now);
            }
        }
    }

    private IEnumerable<NamedService> Outside() => project.Outside.Select(container => new NamedService(container.Name)
    {
        ContainerName = container.Name,
        NetworkMode = container.Network is null ? "bridge" : null,
        Networks = container.Network is { } network ? [new NamedNetwork(network, container.Aliases)] : [],
        IsOutside = true,
    });

    /// <summary>Looks at the running project, and holds the model against it.</summary>
    private async Task<Observation?> ObserveAsync(ComposeTool tool, IReadOnlyList<string> names, NameModel? model, Refusal refusal)
    {
        Observation seen;
        try
        {
            seen = await project.ObserveAsync(tool, names);
        }
        catch (ComposeRefusalException) when (refusal == Refusal.IsFine)
        {
            return null;
        }
        catch (InvalidOperationException exception)
        {
            Report(exception.Message);
            return null;
        }

        Hold(seen, model, "what Compose reads");
        Hold(seen, FileModel(), "the file");

        foreach (var (from, to) in model?.Order() ?? new HashSet<(string, string)>())
        {
            if (seen.Started.TryGetValue(from, out var later) && seen.Started.TryGetValue(to, out var earlier) && later <= earlier)
            {
                Report($"the start order is not as the model says ({tool.Name}): '{from}' does not start after '{to}'");
            }
        }

        return seen;
    }

    private void Hold(Observation seen, NameModel? model, string source)
    {
        foreach (var ((consumer, name), answer) in seen.Answers)
        {
            if (model is not null && Answers.Text(model.Resolve(consumer, name)) is var expected && expected != answer)
            {
                Report($"the name model is wrong ({seen.Tool}): '{name}' for '{consumer}' is {answer} on the engine, {expected} in the model of {source}");
            }
        }
    }

    private async Task MigrateAsync()
    {
        var result = await project.LspComposeAsync(["migrate", "--write", .. migration.MigrateOptions]);
        if (result.ExitCode is not (0 or 1))
        {
            Report($"migrate fails with {result.ExitCode}: {result.Error}");
        }

        var once = project.Files();
        await project.LspComposeAsync(["migrate", "--write", .. migration.MigrateOptions]);
        foreach (var (path, text) in project.Files().Where(file => once[file.Key] != file.Value))
        {
            Report($"a second migrate changes {path}:\n{text}");
        }
    }

    private void CheckLinks(string config)
    {
        if (!migration.Staying.Contains("all"))
        {
            foreach (var item in ComposeConfigNames.LinkItems(config).Except(migration.Staying.Select(project.Named)))
            {
                Report($"the link '{item}' is still there");
            }
        }
    }

    private void Compare(Observation? was, NameModel? model, Observation now)
    {
        CompareNames(was, model, now);
        foreach (var (from, to) in model?.Order() ?? new HashSet<(string, string)>())
        {
            if (now.Started.TryGetValue(from, out var later) && now.Started.TryGetValue(to, out var earlier) && later <= earlier)
            {
                Report($"'{from}' no longer starts after '{to}' ({now.Tool})");
            }
        }

        foreach (var (port, service) in migration.Ports)
        {
            if (now.Ports.GetValueOrDefault(port) is var actual && actual != service)
            {
                Report($"port {port} leads to {actual ?? "nobody"}, not to {service} ({now.Tool})");
            }
        }

        if (was is null)
        {
            return;
        }

        bool IsKept(string mount) => !migration.Removed.Any(service => mount.Contains($"{service}:", StringComparison.Ordinal));
        foreach (var mount in was.Mounts.Except(now.Mounts).Concat(was.SharedMounts.Except(now.SharedMounts)).Where(IsKept))
        {
            Report($"the mount '{mount}' is gone ({now.Tool})");
        }

        foreach (var (reading, text) in was.Readings.Where(reading => now.Readings.GetValueOrDefault(reading.Key) != reading.Value))
        {
            Report($"'{reading.Service}' saw '{text.Trim()}', now '{now.Readings.GetValueOrDefault(reading)?.Trim()}' ({now.Tool})");
        }
    }

    private void CompareNames(Observation? was, NameModel? model, Observation now)
    {
        foreach (var removed in migration.Removed.Where(now.Started.ContainsKey))
        {
            Report($"'{removed}' is still there ({now.Tool})");
        }

        foreach (var pair in (was?.Answers.Keys ?? []).Concat(now.Answers.Keys).Concat(migration.Expected.Keys).Distinct().Where(pair => !migration.Lost.Contains(pair) && !migration.Removed.Contains(pair.Consumer)))
        {
            var before = was?.Answers.GetValueOrDefault(pair, Answers.None) ?? (model is null ? Answers.None : Answers.Text(model.Resolve(pair.Consumer, pair.Name)));
            var isGone = migration.Removed.Contains(before);
            var wanted = migration.Expected.GetValueOrDefault(pair, isGone && migration.Removed.Contains(pair.Name) ? Answers.None : before);
            if (wanted != before && !isGone && (was is not null || model is not null) && before != Answers.None)
            {
                Report($"the case expects {wanted} for '{pair.Name}' of '{pair.Consumer}', but before the migration it is {before}");
            }

            if (wanted != Answers.None && now.Answers.GetValueOrDefault(pair, Answers.None) is var answer && answer != wanted)
            {
                Report($"'{pair.Name}' for '{pair.Consumer}' was {wanted}, is {answer} ({now.Tool})");
            }
        }
    }

    private void Report(string problem) => problems.Add(problem);
}
