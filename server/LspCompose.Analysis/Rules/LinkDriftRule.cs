using LspCompose.Analysis.Composition;
using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Rules;

/// <summary>A running container whose links are not those of the file.</summary>
internal sealed class LinkDriftRule : EngineRule
{
    public override string Id => "link-drift";

    public override Severity DefaultSeverity => Severity.Hint;

    public override string Title => "A running container has other links than its service.";

    public override string Explanation =>
        """
        Links are fixed when a container is created. One that was created with links keeps them, whatever the file says since: its other names stay in its
        `/etc/hosts` or its DNS, and with it the reason why something that is no longer in the file still works. The other way round, a link that was written
        later is not there yet.

        `docker compose up -d` makes a new container of the service as the file has it now. After links were converted to networks that is the moment to try it.

        Names that Compose adds to a link by itself (`db_1`, `shop-db-1`) and links to what does not run are not compared; neither are containers that were made
        from other files than the project's. Needs a Docker engine; without one the rule finds nothing.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            links:
              - mysql:db
          mysql:
            image: mysql
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
            depends_on:
              - mysql
          mysql:
            image: mysql
        """;

    internal override EngineView ExampleEngine => new() { Version = "28.2.2", Containers = [ExampleContainers.Running("web", "nginx"), ExampleContainers.Running("mysql", "mysql")] };

    protected override void Check(RuleContext context, ProjectOnEngine project)
    {
        if (project.Containers.All.Count == 0 || !project.IsKnown)
        {
            return;
        }

        foreach (var service in project.Composition.Services)
        {
            var drifts = project.Containers.Of(service.Name).Where(container => container.IsUp && project.OtherFiles(container) is null)
                .Select(container => (Container: container, Drift: LinkDrift.Of(project, service, container))).ToList();
            foreach (var (container, drift) in drifts.DistinctBy(pair => pair.Drift.Words))
            {
                if (drift.Extra.Count > 0)
                {
                    var links = Sentence.List(drift.Extra.Select(link => $"'{LinkDrift.Shown(link.Target, link.Alias)}'"));
                    Report(context, KeyOf(service), $"Container '{container.Name}' still has {(drift.Extra.Count == 1 ? "link" : "links")} {links}, which service '{service.Name}' no longer has. Have it made anew with '{project.Up(service.Name)}'.");
                }
            }

            foreach (var (container, link) in drifts.SelectMany(pair => pair.Drift.Missing.Select(link => (pair.Container, link))).DistinctBy(pair => pair.link.Place))
            {
                Report(context, new SourcePlace(link.Place.Path, link.Place.Span), $"Container '{container.Name}' runs without the link '{LinkDrift.Shown(link.Target, link.Alias)}' of service '{service.Name}'. Have it made anew with '{project.Up(service.Name)}'.");
            }
        }
    }

    private static SourcePlace KeyOf(ComposedService service)
    {
        var part = service.Definition;
        return new SourcePlace(part.File.Path, (part.Service.OwnEntry("links") ?? part.Service.Entry).Key.Span);
    }
}
