using System.CommandLine;
using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Migration;
using LspCompose.Analysis.Settings;
using LspCompose.Cli.Changes;
using LspCompose.Cli.Input;
using LspCompose.Cli.Output;

namespace LspCompose.Cli.Verbs;

/// <summary><c>lspcompose migrate</c>: links, ambassadors and version 1 files become networks.</summary>
internal static class MigrateVerb
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Host host)
    {
        var command = new Command("migrate", "Convert links, ambassadors and version 1 files to user-defined networks.");
        var inputs = InputArguments.WithPaths(command);
        var modes = ModeOptions.WithUnsafe(command);
        var network = new Option<string>("--network") { Description = "Name of the network to create (default: one that collides with nothing).", HelpName = "NAME" };
        network.Validators.Add(result =>
        {
            if (result.Tokens is [var name, ..] && !IsNetworkName(name.Value))
            {
                result.AddError($"'{name.Value}' cannot name a network; use letters, digits, '.', '_' and '-'.");
            }
            else if (result.Tokens is [{ Value: "default" }, ..])
            {
                result.AddError("'default' is the network every project has; choose another name for the new one.");
            }
        });
        var format = Choice.Option("--format", "How to report the migration.", "text", "json");
        var strategy = Choice.Option("--strategy", "Which network takes over: the default one (minimal) or one of its own name (explicit). Default: the setting 'strategy'.", [.. StrategyNames.All]);
        strategy.DefaultValueFactory = _ => "";
        var engine = new EngineOption(command, "Look at the Docker engine: where the containers of external links and ambassadors are, and which containers 'docker compose up' will replace.");
        command.Options.Add(network);
        command.Options.Add(strategy);
        command.Options.Add(format);
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = new MigrationOptions
            {
                NetworkName = parsed.GetValue(network),
                Strategy = StrategyNames.Parse(parsed.GetValue(strategy)),
                IncludesUnsafe = modes.AllowsUnsafe(parsed),
            };
            var problems = new Problems(host.Error);
            var view = await engine.ReadAsync(parsed, host, problems, cancellation);
            if (engine.IsAsked(parsed) && view is null)
            {
                // What was asked for would come out as something else without it.
                return ExitCodes.Failure;
            }

            var migrations = Migrate(host, inputs.Selection(parsed), view, options, problems, cancellation);
            var code = Apply(host, migrations, modes.Mode(parsed), parsed.GetValue(format) == "json", problems);
            return problems.Any ? ExitCodes.Failure : code;
        });
        return command;
    }

    private static bool IsNetworkName(string name) => name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-');

    private static List<FileMigration> Migrate(Host host, InputSelection selection, EngineView? engine, MigrationOptions options, Problems problems, CancellationToken cancellation)
    {
        var migrations = new List<FileMigration>();
        var inputs = new ProjectInputs(host, selection, problems);

        // Files of one project are converted together: what one of them needs may stand in another.
        foreach (var together in inputs.Load(cancellation).GroupBy(project => project.Project, ReferenceEqualityComparer.Instance))
        {
            cancellation.ThrowIfCancellationRequested();
            var project = together.First();
            var paths = together.SelectMany(part => part.Named).Select(file => file.Path.FullPath ?? host.StandardInputPath).Distinct().ToList();
            if (selection.Paths.Count == 0)
            {
                // The project as a whole was asked for: what it includes belongs to it.
                paths.AddRange(project.Paths.Where(path => project.Project.ComposePaths.Contains(path)).Except(paths));
            }

            migrations.AddRange(FileMigration.Of(NetworkMigration.Run(project.Workspace.WithEngine(engine), paths, options, cancellation), inputs.Open));
        }

        return migrations;
    }

    private static int Apply(Host host, List<FileMigration> migrations, ChangeMode mode, bool asJson, Problems problems)
    {
        var left = 0;
        foreach (var migration in migrations)
        {
            if (!asJson)
            {
                MigrationReport.Write(host.Error, migration);
            }

            if (mode == ChangeMode.Diff && !asJson)
            {
                ChangeWriter.Print(host, migration.Change);
            }
            else if (mode == ChangeMode.Write && migration.Change.IsChange)
            {
                ChangeWriter.Write(migration.Change, problems);
            }

            left += mode == ChangeMode.Check && (migration.Change.IsChange || migration.Result.Left.Count > 0) ? 1 : 0;
        }

        if (asJson)
        {
            MigrationReport.WriteJson(host.Output, migrations);
        }

        return left > 0 ? ExitCodes.Findings : ExitCodes.Success;
    }
}
