using LspCompose.Analysis;
using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Features;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Settings;
using LspCompose.Cli.Input;
using LspCompose.Cli.Output;
using LspCompose.Yaml.Text;

namespace LspCompose.Cli;

/// <summary>Loads the projects the user selected and runs the rules over each of their files.</summary>
internal static class Checker
{
    /// <summary>Checks every file that can be read; what cannot be done is reported and the others go on.</summary>
    /// <param name="host">The program's surroundings.</param>
    /// <param name="selection">What the user selected.</param>
    /// <param name="engine">What the Docker engine holds; null to check without it.</param>
    /// <param name="problems">Told what cannot be done.</param>
    /// <param name="cancellation">Ends the check.</param>
    public static IReadOnlyList<CheckedFile> Check(Host host, InputSelection selection, EngineView? engine, Problems problems, CancellationToken cancellation)
    {
        var inputs = new ProjectInputs(host, selection, problems);
        var projects = inputs.Load(cancellation).Select(project => project with { Workspace = project.Workspace.WithEngine(engine) });
        var files = Check(host, inputs, [.. projects], cancellation);
        return [.. files, .. SettingsFiles(inputs)];
    }

    /// <summary>Checks the files of projects, each once; a file of several projects is told what any of them says about it.</summary>
    public static IReadOnlyList<CheckedFile> Check(Host host, ProjectInputs inputs, IReadOnlyList<LoadedProject> projects, CancellationToken cancellation)
    {
        var failures = new RuleFailures(host.Error);
        var files = new List<CheckedFile>();
        var byPath = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<(string Path, string Rule, TextSpan Span, string Message)>();
        using var progress = new Progress(host.Terminal);
        for (var index = 0; index < projects.Count; index++)
        {
            progress.Show(index, projects.Count);
            var project = projects[index];
            foreach (var path in project.Paths)
            {
                cancellation.ThrowIfCancellationRequested();
                var workspace = In(project.Workspace, inputs.Settings.For(path));
                var diagnostics = Diagnostics.For(workspace, path, cancellation);
                failures.Report(inputs.Names.Of(path), diagnostics.Failures);
                List<Finding> findings = [.. diagnostics.Findings.Where(finding => seen.Add((path, finding.Rule.Id, finding.Span, finding.Message)))];
                if (byPath.TryGetValue(path, out var known))
                {
                    files[known] = files[known] with { Findings = [.. files[known].Findings.Concat(findings).OrderBy(finding => finding.Span.Start).ThenBy(finding => finding.Severity)] };
                }
                else if (findings.Count > 0 || workspace.TryGetFile(path, out _))
                {
                    byPath.Add(path, files.Count);
                    files.Add(new CheckedFile(path, workspace, findings) { Names = inputs.Names });
                }
            }
        }

        return files;
    }

    /// <summary>Settings files in which something has no effect.</summary>
    private static IEnumerable<CheckedFile> SettingsFiles(ProjectInputs inputs)
    {
        foreach (var (path, content) in inputs.Settings.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var findings = SettingsFile.Findings(path, content);
            if (findings.Count > 0)
            {
                yield return new CheckedFile(path, inputs.SettingsWorkspace(path), findings) { Names = inputs.Names };
            }
        }
    }

    // A workspace with other settings loads its project anew; mostly all files of a project have the same ones.
    private static Workspace In(Workspace workspace, AnalysisSettings settings) =>
        ReferenceEquals(workspace.Settings, settings) ? workspace : workspace.WithSettings(settings);
}
