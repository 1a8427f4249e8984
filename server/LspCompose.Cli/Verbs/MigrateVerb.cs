using System.CommandLine;
using LspCompose.Analysis.Migration;
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
        var modes = new ModeOptions(command);
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
        command.Options.Add(network);
        command.Options.Add(format);
        command.SetAction((parsed, cancellation) =>
        {
            var options = new MigrationOptions { NetworkName = parsed.GetValue(network) };
            var problems = new Problems(host.Error);
            var migrations = Migrate(host, inputs.Selection(parsed), options, problems, cancellation);
            var code = Apply(host, migrations, modes.Mode(parsed), modes.AllowsUnsafe(parsed) ? _ => true : IsSafe, parsed.GetValue(format) == "json", problems);
            return Task.FromResult(problems.Any ? ExitCodes.Failure : code);
        });
        return command;
    }

    private static bool IsSafe(FileMigration migration) => migration.Result.IsSafe;

    private static bool IsNetworkName(string name) => name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-');

    private static List<FileMigration> Migrate(Host host, InputSelection selection, MigrationOptions options, Problems problems, CancellationToken cancellation)
    {
        var migrations = new List<FileMigration>();
        foreach (var project in new ProjectInputs(host, selection, problems).Load(cancellation))
        {
            foreach (var file in project.Named)
            {
                cancellation.ThrowIfCancellationRequested();
                migrations.Add(new FileMigration(file, NetworkMigration.Run(project.Workspace, file.Path.FullPath ?? host.StandardInputPath, options, cancellation)));
            }
        }

        return migrations;
    }

    private static int Apply(
        Host host, List<FileMigration> migrations, ChangeMode mode, Func<FileMigration, bool> mayWrite, bool asJson, Problems problems)
    {
        var left = 0;
        foreach (var migration in migrations)
        {
            var withheld = mode == ChangeMode.Write && migration.Change.IsChange && !mayWrite(migration);
            if (!asJson)
            {
                MigrationReport.Write(host.Error, migration);
                if (withheld)
                {
                    host.Error.WriteLine($"{migration.File.Path.Display}: not written, names may resolve differently afterwards; look at --diff, then use --write --unsafe");
                }
            }

            if (mode == ChangeMode.Diff && !asJson)
            {
                ChangeWriter.Print(host, migration.Change);
            }
            else if (mode == ChangeMode.Write && migration.Change.IsChange && !withheld)
            {
                ChangeWriter.Write(migration.Change, problems);
            }

            left += withheld || (mode == ChangeMode.Check && (migration.Change.IsChange || migration.Result.Left.Count > 0)) ? 1 : 0;
        }

        if (asJson)
        {
            MigrationReport.WriteJson(host.Output, migrations);
        }

        return left > 0 ? ExitCodes.Findings : ExitCodes.Success;
    }
}
