using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Projects.Loading;

namespace LspCompose.Analysis.Projects;

/// <summary>The variables of a project and where each comes from, in Compose's order: its own, the shell's, those of <c>.env</c> or the files named instead.</summary>
internal static class KnownVariables
{
    /// <summary>All variables by name.</summary>
    public static IReadOnlyDictionary<string, ProjectVariable> Of(Workspace workspace, Project project)
    {
        var request = project.Request;
        var found = new Dictionary<string, ProjectVariable>(StringComparer.Ordinal)
        {
            ["COMPOSE_PROJECT_NAME"] = new("COMPOSE_PROJECT_NAME", project.Name, null) { Origin = "Compose" },
        };
        foreach (var (name, value) in request.Environment)
        {
            found.TryAdd(name, new(name, value, null) { Origin = "shell" });
        }

        var fromFiles = new Dictionary<string, ProjectVariable>(StringComparer.Ordinal);
        foreach (var path in FilesOf(request))
        {
            if (workspace.Find(path) is not FileContent.Present present)
            {
                continue;
            }

            foreach (var entry in DotEnvFile.Parse(present.Text.Content, name => request.Environment.GetValueOrDefault(name) ?? fromFiles.GetValueOrDefault(name)?.Value).Entries)
            {
                fromFiles[entry.Name] = new(entry.Name, entry.Value, new SourcePlace(path, entry.NameSpan)) { Origin = $"{Path.GetFileName(path)}:{present.Text.LineOf(entry.NameSpan.Start) + 1}" };
            }
        }

        foreach (var (name, variable) in fromFiles)
        {
            found.TryAdd(name, variable);
        }

        return found;
    }

    /// <summary>The files of variables a request reads.</summary>
    private static IReadOnlyList<string> FilesOf(ProjectRequest request) =>
        request.EnvFiles.Count > 0 ? request.EnvFiles : [HostPath.Absolute(request.Directory, ".env", request.Environment)];
}
