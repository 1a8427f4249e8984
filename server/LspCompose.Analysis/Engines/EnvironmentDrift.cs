using LspCompose.Analysis.Composition;
using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Rules;

namespace LspCompose.Analysis.Engines;

/// <summary>Whether a container has the variables its service sets now. Only names are compared.</summary>
internal static class EnvironmentDrift
{
    // Compose hands proxies on from the user's own settings; Podman adds some of its own.
    private static readonly HashSet<string> Added = new(StringComparer.OrdinalIgnoreCase)
    {
        "HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY", "PATH", "HOME", "HOSTNAME", "TERM", "container",
    };

    /// <summary>How the variables differ, in words; null where they do not or that is not known.</summary>
    public static string? Of(ProjectOnEngine project, ComposedService service, ConfigMapping body, EngineContainer container)
    {
        var environment = body.Get("environment");

        // Files of variables are read for services that run.
        if (environment is not (null or ConfigMapping) || (service.Attribute("env_file") is not null && !project.Project.ActiveServices.Contains(service.Name)))
        {
            return null;
        }

        // One without a value is handed on only where the one who starts the project has it.
        var entries = ModelParts.Entries(environment).Where(entry => entry.Key.Length > 0).ToList();
        var missing = entries.Where(entry => entry.Value is not ConfigScalar { IsNull: true }).Select(entry => entry.Key).Except(container.EnvironmentNames, StringComparer.Ordinal);
        return entries.Any(entry => entry.Key.Contains('$', StringComparison.Ordinal)) ? null : DriftWords.Of("environment", missing, Extra(project, body, entries, container));
    }

    private static IEnumerable<string> Extra(ProjectOnEngine project, ConfigMapping body, IEnumerable<ConfigEntry> entries, EngineContainer container)
    {
        // Models and providers bring variables that no file names.
        var isOpen = body.Get("models") is not null || ModelParts.Entries(project.Project.Model.Get("services")).Any(service => (service.Value as ConfigMapping)?.Get("provider") is not null);
        return isOpen || EngineImages.ById(project.Engine, container.ImageId)?.Details is not { } image ? []
            : container.EnvironmentNames.Except(image.EnvironmentNames, StringComparer.Ordinal).Except(entries.Select(entry => entry.Key), StringComparer.Ordinal).Where(name => !Added.Contains(name) && !IsHandedOn(project, name));
    }

    // A name alone in a file of variables is handed on where the one who starts the project has it; Compose 1 hands it on in any case.
    private static bool IsHandedOn(ProjectOnEngine project, string name) => project.Project.Paths.Except(project.Project.ComposePaths).Select(project.Workspace.Find).OfType<FileContent.Present>()
        .Any(file => DotEnvFile.Parse(file.Text.Content, _ => null).Entries.Any(entry => entry.Name == name && entry.Value is null));
}
