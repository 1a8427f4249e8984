using System.CommandLine;
using LspCompose.Analysis.Graphs;
using LspCompose.Cli.Input;
using LspCompose.Cli.Output;

namespace LspCompose.Cli.Verbs;

/// <summary><c>lspcompose graph</c>: the services of a project, their networks and what ties them together, before and after a migration.</summary>
internal static class GraphVerb
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Host host)
    {
        var command = new Command("graph", "Draw services, networks and links before and after a migration; circles and ambassadors are marked.");
        var inputs = InputArguments.WithPaths(command);
        var format = Choice.Option("--format", "How to draw them.", "mermaid", "dot", "svg", "json");
        var state = Choice.Option("--state", "What to draw; of two equal pictures only one is drawn.", [.. GraphStates.Names]);
        command.Options.Add(format);
        command.Options.Add(state);
        command.SetAction((parsed, cancellation) =>
        {
            var wanted = GraphStates.TryParse(parsed.GetValue(state), out var known) ? known.Value : GraphState.Both;
            return Task.FromResult(Run(host, inputs.Selection(parsed), parsed.GetValue(format) ?? "", wanted, cancellation));
        });
        return command;
    }

    private static int Run(Host host, InputSelection selection, string format, GraphState state, CancellationToken cancellation)
    {
        var problems = new Problems(host.Error);
        var inputs = new ProjectInputs(host, selection, problems);
        var projects = new List<(IReadOnlyList<string> Files, ProjectPicture Picture)>();
        foreach (var loaded in inputs.Load(cancellation).DistinctBy(loaded => loaded.Project))
        {
            cancellation.ThrowIfCancellationRequested();
            var picture = ProjectPicture.Of(loaded.Workspace, loaded.Project.Request.Files, cancellation);
            projects.Add(([.. picture.Files.Select(inputs.Names.Of)], picture));
        }

        if (projects.Count > 0)
        {
            Write(host.Output, format, state, projects);
        }

        return problems.Any ? ExitCodes.Failure : ExitCodes.Success;
    }

    private static void Write(TextWriter output, string format, GraphState state, List<(IReadOnlyList<string> Files, ProjectPicture Picture)> projects)
    {
        if (format == "json")
        {
            GraphReport.WriteJson(output, projects, state);
            return;
        }

        var panels = GraphPanels.Of([.. projects.Select(project => (string.Join(", ", project.Files), project.Picture))], state);
        output.Write(format switch
        {
            "dot" => DotRenderer.Render(panels),
            "svg" => SvgRenderer.Render(panels),
            _ => MermaidRenderer.Render(panels),
        });
    }
}
