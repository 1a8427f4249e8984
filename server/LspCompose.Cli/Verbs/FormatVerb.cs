using System.CommandLine;
using System.Text;
using LspCompose.Analysis;
using LspCompose.Analysis.Formatting;
using LspCompose.Cli.Changes;
using LspCompose.Cli.Input;
using LspCompose.Cli.Output;

namespace LspCompose.Cli.Verbs;

/// <summary><c>lspcompose format</c>: lays out files.</summary>
internal static class FormatVerb
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Host host)
    {
        var command = new Command("format", "Lay out Compose files: indentation, spaces, blank lines. Their meaning stays the same.");
        var inputs = InputArguments.PathsOnly(command);
        var modes = new ModeOptions(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(host, inputs.Selection(parsed), modes.Chosen(parsed), cancellation)));
        return command;
    }

    private static int Run(Host host, InputSelection selection, ChangeMode? mode, CancellationToken cancellation)
    {
        var problems = new Problems(host.Error);
        var inputs = new ProjectInputs(host, selection, problems);
        var (files, changed) = (0, 0);
        foreach (var file in Files(host, selection, inputs, problems, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            var change = Format(host, file, inputs, cancellation);
            files++;
            changed += change.IsChange ? 1 : 0;
            Apply(host, change, mode, problems);
        }

        host.Error.WriteLine($"{files} {(files == 1 ? "file" : "files")}: {changed} {(mode == ChangeMode.Write ? "formatted" : "to format")}");
        return problems.Any ? ExitCodes.Failure : mode == ChangeMode.Check && changed > 0 ? ExitCodes.Findings : ExitCodes.Success;
    }

    /// <summary>The files that were named; else those of the project here.</summary>
    private static IEnumerable<InputFile> Files(Host host, InputSelection selection, ProjectInputs inputs, Problems problems, CancellationToken cancellation)
    {
        var source = new DiskFileSource(host);
        return selection.Paths.Count == 0
            ? inputs.Load(cancellation).SelectMany(project => project.Named)
            : InputPaths.Resolve(host, selection.Paths, problems).Select(path => InputReader.Read(host, source, path, problems)).OfType<InputFile>();
    }

    private static FileChange Format(Host host, InputFile file, ProjectInputs inputs, CancellationToken cancellation)
    {
        var path = file.Path.FullPath ?? host.StandardInputPath;
        if (!Workspace.Empty.WithFile(path, file.Text).TryGetFile(path, out var compose))
        {
            return new FileChange(file, file.Text);
        }

        if (compose.Tree.Errors is { Count: > 0 } errors)
        {
            var line = file.Text.PositionAt(errors[0].Span.Start).Line + 1;
            host.Error.WriteLine($"{Printable.Line(file.Path.Display)}:{line}: is no valid YAML here, so this part is left as it is");
        }

        return new FileChange(file, file.Text.With(Formatter.Edits(compose, inputs.Settings.For(path).Format, cancellation)));
    }

    private static void Apply(Host host, FileChange change, ChangeMode? mode, Problems problems)
    {
        var isStandardInput = change.File.Path.FullPath is null;
        if (mode is null && isStandardInput)
        {
            host.Output.Write((change.File.Encoding is { Encoding: UTF8Encoding, Preamble.Length: > 0 } ? "\uFEFF" : "") + change.After.Content);
        }
        else if (mode is null or ChangeMode.Diff)
        {
            ChangeWriter.Print(host, change);
        }
        else if (change.IsChange && mode == ChangeMode.Check)
        {
            host.Output.WriteLine(Printable.Line(change.File.Path.Display));
        }
        else if (change.IsChange)
        {
            ChangeWriter.Write(change, problems);
        }
    }
}
