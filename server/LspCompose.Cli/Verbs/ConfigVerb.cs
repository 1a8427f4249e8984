using System.CommandLine;
using LspCompose.Analysis;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Projects.Output;
using LspCompose.Analysis.Rules;
using LspCompose.Cli.Input;
using LspCompose.Cli.Output;

namespace LspCompose.Cli.Verbs;

/// <summary><c>lspcompose config</c>: the effective model of a project.</summary>
internal static class ConfigVerb
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Host host)
    {
        var command = new Command("config", "Print the effective model of a project: files merged, variables filled in, short forms written out.");
        var services = new Argument<string[]>("SERVICE") { Arity = ArgumentArity.ZeroOrMore, Description = "Only these services and those they depend on." };
        command.Arguments.Add(services);
        var inputs = InputArguments.FlagsOnly(command);
        var format = Choice.Option("--format", "How to print the model.", "yaml", "json");
        var provenance = new Option<bool>("--provenance")
        {
            Description = "Tell where each value is written: in YAML by a comment behind it ('# compose.yaml:12'), in JSON under the extra key 'x-sources', "
                + "from JSON pointers ('/services/web/image') to {\"path\":…,\"line\":…} with lines from 1.",
        };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Print nothing; only tell by the exit code whether Compose takes the project." };
        command.Options.Add(format);
        command.Options.Add(provenance);
        command.Options.Add(quiet);
        var lists = Lists.Keys.ToDictionary(name => name, name => new Option<bool>($"--{name}") { Description = $"Print only the names of the {name}, one a line." });
        foreach (var list in lists.Values)
        {
            command.Options.Add(list);
        }

        command.Validators.Add(result =>
        {
            if (lists.Values.Count(result.GetValue) > 1)
            {
                result.AddError($"Choose one of {string.Join(", ", lists.Values.Select(list => list.Name))}.");
            }
        });
        command.SetAction((parsed, cancellation) =>
        {
            var list = lists.FirstOrDefault(list => parsed.GetValue(list.Value)).Key;
            var origins = parsed.GetValue(provenance);
            Func<View, string> print = parsed.GetValue(quiet) ? _ => ""
                : list is not null ? view => string.Concat(Lists[list](view).Distinct().Order(StringComparer.Ordinal).Select(name => name + "\n"))
                : parsed.GetValue(format) == "json" ? view => origins ? ModelJson.Write(view.Model, view.Origin) : ModelJson.Write(view.Model)
                : view => origins ? ModelYaml.Write(view.Model, view.Comment) : ModelYaml.Write(view.Model);
            return Task.FromResult(Run(host, inputs.Selection(parsed), parsed.GetValue(services) ?? [], print, cancellation));
        });
        return command;
    }

    private static readonly Dictionary<string, Func<View, IEnumerable<string>>> Lists = new(StringComparer.Ordinal)
    {
        ["services"] = view => Keys(view.Model.Get("services")),
        ["networks"] = view => Keys(view.Model.Get("networks")),
        ["volumes"] = view => Keys(view.Model.Get("volumes")),
        ["profiles"] = view => Services(view.Project.Model).SelectMany(service => Texts(service.Value, "profiles")),
        ["images"] = view => Services(view.Model).Select(service => Text(service.Value, "image") ?? $"{view.Project.Name}-{service.Key}"),
    };

    private static int Run(Host host, InputSelection selection, IReadOnlyList<string> services, Func<View, string> print, CancellationToken cancellation)
    {
        var problems = new Problems(host.Error);
        var inputs = new ProjectInputs(host, selection, problems);
        var projects = inputs.Load(cancellation);
        if (problems.Any || projects is not [var loaded])
        {
            return ExitCodes.Failure;
        }

        // What a user's settings call an error keeps Compose from nothing.
        var errors = Checker.Check(host, inputs, projects, cancellation)
            .Select(file => file with { Findings = [.. file.Findings.Where(finding => finding is { Severity: Severity.Error, Rule.DefaultSeverity: Severity.Error })] })
            .ToList();
        if (problems.Any)
        {
            return ExitCodes.Failure;
        }

        var silent = Silent(loaded, errors).ToList();
        if (silent.Count > 0 || errors.Any(file => file.Findings.Count > 0))
        {
            TextReport.WriteFindings(host.Error, errors, Palette.None);
            foreach (var problem in silent)
            {
                host.Error.WriteLine($"{Printable.Line($"{Place(loaded, inputs.Names, problem.Place)}: error[{problem.RuleId}]: {problem.Message}")}");
            }

            return ExitCodes.Findings;
        }

        var model = EffectiveModel.Of(loaded.Project, services, out var unknown);
        foreach (var (name, nearest) in unknown)
        {
            problems.Report($"the project has no service '{name}'; {(nearest is null ? "'lspcompose config --services' lists those it has" : $"did you mean '{nearest}'?")}");
        }

        if (unknown.Count > 0)
        {
            return ExitCodes.Findings;
        }

        host.Output.Write(print(new View(loaded, model, inputs.Names)));
        return ExitCodes.Success;
    }

    /// <summary>Errors of the project that are among no file's findings: ignored by a comment or switched off, which keeps Compose from nothing.</summary>
    private static IEnumerable<Problem> Silent(LoadedProject loaded, IEnumerable<CheckedFile> errors)
    {
        var told = errors.SelectMany(file => file.Findings.Select(finding => (file.Path, finding.Rule.Id, finding.Span))).ToHashSet();
        return loaded.Project.Problems.Where(problem =>
            (problem.Severity ?? (RuleCatalogue.TryGet(problem.RuleId, out var rule) ? rule.DefaultSeverity : Severity.Error)) == Severity.Error
            && !told.Contains((problem.Place.Path, problem.RuleId, problem.Place.Span)));
    }

    private static string Place(LoadedProject loaded, DisplayNames names, SourcePlace place)
    {
        var position = loaded.Workspace.Find(place.Path) is FileContent.Present file ? file.Text.PositionAt(place.Span.Start) : default;
        return $"{names.Of(place.Path)}:{position.Line + 1}:{position.Character + 1}";
    }

    private static IEnumerable<string> Keys(ConfigNode? node) => node is ConfigMapping mapping ? mapping.Entries.Select(entry => entry.Key) : [];

    private static IEnumerable<ConfigEntry> Services(ConfigMapping model) => model.Get("services") is ConfigMapping services ? services.Entries : [];

    private static string? Text(ConfigNode node, string key) => ((node as ConfigMapping)?.Get(key) as ConfigScalar)?.Text;

    private static IEnumerable<string> Texts(ConfigNode node, string key) =>
        (node as ConfigMapping)?.Get(key) is ConfigSequence sequence ? sequence.Items.OfType<ConfigScalar>().Select(item => item.Text).OfType<string>() : [];

    /// <summary>A model to print, and where its values are written.</summary>
    private sealed record View(LoadedProject Loaded, ConfigMapping Model, DisplayNames Names)
    {
        public Project Project => Loaded.Project;

        public (string Path, int Line)? Origin(ConfigNode node) =>
            node.Place.Path is { Length: > 0 } path && Loaded.Workspace.Find(path) is FileContent.Present file
                ? (Names.Of(path), file.Text.LineOf(node.Place.Span.Start) + 1)
                : null;

        public string? Comment(ConfigNode node) => Origin(node) is var (path, line) ? Printable.Line($"{path}:{line}") : null;
    }
}
