using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Rules;

/// <summary>A service of a project's effective model, as rules look at it.</summary>
internal sealed record ProjectService(string Name, ConfigMapping Body, IReadOnlyList<string> Profiles, bool IsActive)
{
    /// <summary>The services of a project, those of inactive profiles included.</summary>
    public static IReadOnlyList<ProjectService> Of(Project project)
    {
        var services = new List<ProjectService>();
        foreach (var entry in ModelParts.Entries(project.Model.Get("services")))
        {
            if (entry.Value is ConfigMapping body)
            {
                services.Add(new(entry.Key, body, [.. ModelParts.Items(body.Get("profiles")).OfType<ConfigScalar>().Select(profile => profile.Display)], project.ActiveServices.Contains(entry.Key)));
            }
        }

        return services;
    }

    /// <summary>
    /// True when one command starts both: one always runs, both are of one profile, or the user chose profiles of both. Services of different profiles
    /// stand in for each other far more often than they are started together.
    /// </summary>
    public bool CanRunWith(ProjectService other) =>
        Profiles.Count == 0 || other.Profiles.Count == 0 || (IsActive && other.IsActive) || Profiles.Any(other.Profiles.Contains);
}
