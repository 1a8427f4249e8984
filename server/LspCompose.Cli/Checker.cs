using LspCompose.Analysis;
using LspCompose.Analysis.Features;
using LspCompose.Cli.Input;
using LspCompose.Cli.Output;
using LspCompose.Cli.Settings;

namespace LspCompose.Cli;

/// <summary>Reads the files the user named and runs the rules over each.</summary>
internal static class Checker
{
    /// <summary>Checks every file that can be read; what cannot be done is reported and the others go on.</summary>
    public static IReadOnlyList<CheckedFile> Check(Host host, IReadOnlyList<string> named, Problems problems, CancellationToken cancellation)
    {
        var failures = new RuleFailures(host.Error);
        var source = new DiskFileSource();
        var settings = new SettingsFinder(host, source, problems);
        var files = new List<CheckedFile>();
        using var progress = new Progress(host.Terminal);
        var paths = InputPaths.Resolve(host, named, problems);
        for (var index = 0; index < paths.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            progress.Show(index, paths.Count);
            var path = paths[index];
            if (InputReader.Read(host, source, path, problems) is { } file)
            {
                var workspace = Workspace.Empty.WithSettings(settings.For(path)).WithFile(path.Display, file.Text);
                var diagnostics = Diagnostics.For(workspace, path.Display, cancellation);
                failures.Report(path.Display, diagnostics.Failures);
                files.Add(new CheckedFile(path.Display, workspace, diagnostics.Findings));
            }
        }

        return files;
    }
}
