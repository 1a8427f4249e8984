using LspCompose.Analysis.Ambassadors;
using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Model;
using LspCompose.Analysis.Projects;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Rules;

/// <summary>An ambassador that runs and is in no file any more, or is in a file and does not run.</summary>
internal sealed class AmbassadorDriftRule : EngineRule
{
    public override string Id => "ambassador-drift";

    public override Severity DefaultSeverity => Severity.Hint;

    public override string Title => "An ambassador still runs without its service, or the project runs without its ambassador.";

    public override string Explanation =>
        """
        An ambassador that was taken out of the file goes on running: Compose leaves containers of services it does not know alone. It still passes connections
        on, and one that holds the Docker socket may still do anything on the host.

        - `docker compose up -d --remove-orphans` removes the containers of services that are no longer in the file.
        - Where the service has another image by now, `docker compose up -d` makes a new container of it.
        - Where the file has an ambassador and the rest of the project runs without one, nothing uses it any more, or something does not work: remove it from the
          file, or start it.

        Only images that are ambassadors for certain count, and not containers that were made from other files than the project's. Needs a Docker engine; without
        one the rule finds nothing.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
          db:
            image: postgres
          db-ambassador:
            image: svendowideit/ambassador
            depends_on:
              - db
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
          db:
            image: postgres
        """;

    internal override EngineView ExampleEngine => new() { Version = "28.2.2", Containers = [ExampleContainers.Running("web", "nginx"), ExampleContainers.Running("db", "postgres")] };

    protected override void Check(RuleContext context, ProjectOnEngine project)
    {
        var running = project.IsKnown ? project.Containers.All.Where(container => container.IsUp && project.OtherFiles(container) is null).ToList() : [];
        if (running.Count == 0 || project.Composition.IsPartial)
        {
            return;
        }

        foreach (var container in running.DistinctBy(container => container.Service))
        {
            if (ImageOf(project, container) is { } image && container.Service is { } service)
            {
                CheckRunning(context, project, container, service, image);
            }
        }

        foreach (var ambassador in project.Composition.Files.Any(file => file.Path == context.File.Path) ? context.File.Ambassadors : [])
        {
            if (ambassador.Certainty != AmbassadorCertainty.Medium && project.Containers.Of(ambassador.Service.Name).Count == 0 && IsMeantToRun(project, ambassador.Service))
            {
                var name = ambassador.Service.Name;
                Report(context, new SourcePlace(context.File.Path, ambassador.Service.Entry.Key.Span), $"The project runs without its ambassador '{name}'. Remove it from the file where nothing uses it, or start it with '{project.Up(name)}'.");
            }
        }
    }

    private void CheckRunning(RuleContext context, ProjectOnEngine project, EngineContainer container, string service, string image)
    {
        if (project.Composition.Find(service) is not { } composed)
        {
            if (ServicesKey(context) is { } key && context.File.Path == project.Project.Request.Files[0])
            {
                Report(context, new SourcePlace(context.File.Path, key.Span), $"Container '{container.Name}' is an ambassador ('{image}') that still runs although the project has no service '{service}' any more. Remove it with '{project.RemoveOrphans}'.");
            }
        }
        else if (composed.Image is { } now && !now.Contains('$', StringComparison.Ordinal) && AmbassadorImages.Find(now) is null && !project.Composition.Files.SelectMany(file => file.Ambassadors).Any(ambassador => ambassador.Service.Name == service))
        {
            Report(context, new SourcePlace(composed.Definition.File.Path, composed.Definition.Service.Entry.Key.Span), $"Container '{container.Name}' is still an ambassador ('{image}'), which service '{service}' no longer is. Have it made anew with '{project.Up(service)}'.");
        }
    }

    // The name of the ambassador's image; null for any other container.
    private static string? ImageOf(ProjectOnEngine project, EngineContainer container) =>
        (EngineImages.IsId(container.Image) ? EngineImages.ById(project.Engine, container.ImageId)?.Tags ?? [] : [container.Image]).FirstOrDefault(name => AmbassadorImages.Find(name) is { Certainty: not AmbassadorCertainty.Medium });

    private static bool IsMeantToRun(ProjectOnEngine project, Service service) =>
        (project.Composition.Format == ComposeFormat.Legacy || project.Project.ActiveServices.Contains(service.Name)) && service.Attribute("scale")?.Value != "0";

    // In the first format services have no key above them.
    private static YamlNode? ServicesKey(RuleContext context) => context.File.Model.Format == ComposeFormat.Legacy
        ? context.File.Model.Services.Select(service => (YamlNode?)service.Entry.Key).FirstOrDefault()
        : context.File.Model.Roots.SelectMany(root => root.Entries).Where(entry => entry.Name == "services").Select(entry => (YamlNode?)entry.Key).FirstOrDefault();
}
