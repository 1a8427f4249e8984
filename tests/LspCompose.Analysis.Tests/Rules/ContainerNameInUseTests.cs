using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Tests.Engines;

namespace LspCompose.Analysis.Tests.Rules;

public class ContainerNameInUseTests
{
    private static readonly EngineView Engine = MadeUp.Engine(
        MadeUp.Container("app", "nginx") with { State = ContainerState.Exited },
        MadeUp.Running("web", "nginx") with { Name = "web" },
        MadeUp.Running("old", "nginx") with { Name = "api" },
        MadeUp.Running("db", "pg") with { Name = "db", Labels = MadeUp.Labels("q", "db") });

    [Fact]
    public void A_name_belongs_to_one_container() => Markers.CheckProject(
        Engine,
        ("/p/compose.yaml",
        """
        services:
          web: {image: nginx, container_name: web}
          job: {image: nginx, container_name: app}
        #                                     ^^^ container-name-in-use The name 'app' is taken by another container, so Docker cannot create the container of service 'job'. Remove it with 'docker rm app', or choose another name.
          api: {image: nginx, container_name: api}
        #                                     ^^^ container-name-in-use another container of this project's service 'old', so Docker cannot create the container of service 'api'. Remove it with 'docker compose up -d --remove-orphans'
          db: {image: pg, container_name: db}
        #                                 ^^ container-name-in-use another container of project 'q', so Docker cannot create the container of service 'db'. Remove it with 'docker rm -f db'
          debug: {image: pg, container_name: app, profiles: [debug]}
          free: {image: pg, container_name: free}
        """));

    [Fact]
    public void A_broken_file_is_judged_where_it_is_sound() => Markers.CheckProject(
        Engine,
        ("/p/compose.yaml", "services:\n  bad: [\n#      ^ syntax-error\n  job: {image: nginx, container_name: app}\n#                                     ^^^ container-name-in-use\n  half: {container_name: app\n#       ^ syntax-error\n"));
}
