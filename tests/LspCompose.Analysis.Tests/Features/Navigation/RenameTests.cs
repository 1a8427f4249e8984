using LspCompose.Analysis.Features.Navigation;

namespace LspCompose.Analysis.Tests.Features.Navigation;

public class RenameTests
{
    [Fact]
    public void A_service_is_renamed_in_every_file_and_every_text() => Check(
        "database",
        """
        --- compose.yaml
        include: [jobs.yaml]
        services:
          web:
            depends_on:
              d<|>b: {condition: service_healthy}
            links: [db, "cache:db2"]
            network_mode: "service:db"
            environment:
              - DATABASE_URL=postgres://db:db@db:5432/db # db
              - DB_HOST=${DB_HOST:-db}
              - DB_NAME=db
            command: ["wait-for", "db:5432"]
          db: &db
            image: db
          cache: {extends: db}
        networks: {db: {}}
        --- compose.override.yaml
        services:
          "db": {ports: ["5432:5432"]}
        --- jobs.yaml
        services:
          job: {volumes_from: ["db:ro"], env_file: job.env}
        --- .env
        DB_HOST=db
        DB_USER=db
        --- job.env
        URL=http://db:80/db
        """,
        """
        --- compose.yaml
        include: [jobs.yaml]
        services:
          web:
            depends_on:
              database: {condition: service_healthy}
            links: [database, "cache:db2"]
            network_mode: "service:database"
            environment:
              - DATABASE_URL=postgres://db:db@database:5432/db # db
              - DB_HOST=${DB_HOST:-database}
              - DB_NAME=db
            command: ["wait-for", "database:5432"]
          database: &db
            image: db
          cache: {extends: database}
        networks: {db: {}}
        --- compose.override.yaml
        services:
          "database": {ports: ["5432:5432"]}
        --- jobs.yaml
        services:
          job: {volumes_from: ["database:ro"], env_file: job.env}
        --- .env
        DB_HOST=database
        DB_USER=db
        --- job.env
        URL=http://database:80/db
        """);

    [Fact]
    public void An_alias_of_the_old_name_keeps_answering() => Check(
        "database",
        "--- compose.yaml\nservices:\n  web: {links: ['db:db'], environment: {DB_HOST: db}}\n  api: {environment: {DB_HOST: db}}\n  d<|>b: {image: x}",
        "--- compose.yaml\nservices:\n  web: {links: ['database:db'], environment: {DB_HOST: db}}\n  api: {environment: {DB_HOST: database}}\n  database: {image: x}");

    [Fact]
    public void A_variable_is_renamed_with_its_line_and_keeps_its_name_in_containers() => Check(
        "VERSION",
        "--- compose.yaml\nservices:\n  web:\n    image: \"x:${TA<|>G:-1}\"\n    command: [\"$TAG\", $$TAG]\n    environment: [TAG, 'A=1']\n    build: {context: ., args: {TAG: }}\n--- .env\nTAG=1\nOTHER=$TAG",
        "--- compose.yaml\nservices:\n  web:\n    image: \"x:${VERSION:-1}\"\n    command: [\"$VERSION\", $$TAG]\n    environment: [TAG=$VERSION, 'A=1']\n    build: {context: ., args: {TAG: $VERSION }}\n--- .env\nVERSION=1\nOTHER=$VERSION");

    [Theory]
    [InlineData("networks", "services: {web: {networks: [<[a]>]}, db: {networks: {<[a]>: {}}}}\nnetworks: {<[a]>: }")]
    [InlineData("volumes", "services: {web: {volumes: ['<[aa]>:/a', {type: volume, source: <[aa]>, target: /b}, './a:/c']}}\nvolumes: {<[aa]>: }")]
    [InlineData("configs", "services: {web: {configs: [<[a]>, {source: <[a]>, target: /a}]}}\nconfigs: {<[a]>: {file: a}}")]
    [InlineData("secrets", "services: {web: {secrets: [<[a]>], build: {context: ., secrets: [<[a]>]}}}\nsecrets: {<[a]>: {file: a}}")]
    [InlineData("models", "services: {web: {models: {<[a]>: {}}}, b: {models: [<[a]>]}}\nmodels: {<[a]>: {model: a}}")]
    [InlineData("anchors", "x: &<[a]> {a: b}\nservices: {web: {<<: *<[a]>}, a: *<[a]>}")]
    [InlineData("profiles", "services: {web: {profiles: [<[a]>]}, b: {profiles: [\"<[a]>\", b]}}")]
    [InlineData("container names", "services: {web: {container_name: <[aa]>}, b: {network_mode: container:<[aa]>, external_links: ['<[aa]>:x']}}")]
    [InlineData("the first format", "<[a]>:\n  image: a\nb:\n  image: x\n  links: ['<[a]>:a', <[a]>]\n  net: container:<[a]>\n  volumes_from: [<[a]>]\n")]
    [InlineData("a broken file", "services:\r\n  # é🐳\r\n  <[a]>: {image: a}\r\n  b:\r\n    links: [<[a]>\r\n  c:\r\n    depends_on:\r\n      - \"<[a]>\"\r\n")]
    public void Renamed_are(string what, string marked)
    {
        Assert.NotEmpty(what);
        var (text, spans) = Markers.Ranges(marked);
        var workspace = Workspace.Empty.WithFile("compose.yaml", Yaml.Text.SourceText.From(text));
        var result = Rename.To(workspace, "compose.yaml", spans[0].Start, "new", TestContext.Current.CancellationToken);
        Assert.Null(result?.Refusal);
        Assert.Equal(spans, result?.Edits.Select(edit => edit.Edit.Span).OrderBy(span => span.Start));
        Assert.All(result?.Edits ?? [], edit => Assert.Equal("new", edit.Edit.NewText));
    }

    [Theory]
    [InlineData("123", "services: {a: {links: ['d<|>b', db, 'db:x']}, db: {}}", "services: {a: {links: ['123', \"123\", '123:x']}, \"123\": {}}")]
    [InlineData("yes", "services: {a: {depends_on: [d<|>b]}, 'db': {}}", "services: {a: {depends_on: [\"yes\"]}, 'yes': {}}")]
    [InlineData("12", "services:\n  a:\n    links:\n      - d<|>b:34\n  db: {}", "services:\n  a:\n    links:\n      - \"12:34\"\n  \"12\": {}")]
    public void A_name_that_reads_as_something_else_is_quoted(string name, string marked, string expected) =>
        Check(name, "--- compose.yaml\n" + marked, "--- compose.yaml\n" + expected);

    [Theory]
    [InlineData("web", "services:\n  web: {}\n  d<|>b: {}", "Service 'web' exists already (line 2). Choose another name.")]
    [InlineData("job", "services:\n  d<|>b: {}\n--- compose.override.yaml\nservices:\n  job: {}", "Service 'job' exists already (line 2 of 'compose.override.yaml'). Choose another name.")]
    [InlineData("mysql", "services:\n  web: {links: ['x:mysql']}\n  d<|>b: {}\n  x: {}", "Alias 'mysql' exists already (line 2). Choose another name.")]
    [InlineData("main", "services:\n  web: {container_name: main}\n  d<|>b: {}", "Container 'main' exists already (line 2). Choose another name.")]
    [InlineData("api", "services:\n  web: {environment: {URL: 'http://api:80'}}\n  d<|>b: {}", "'api' means another host in line 2, which would be service 'api' then. Choose another name.")]
    [InlineData("a b", "services:\n  d<|>b: {}", "'a b' is no name for a service. Use letters, digits, '.', '_' and '-'.")]
    [InlineData("", "services:\n  d<|>b: {}", "'' is no name for a service. Use letters, digits, '.', '_' and '-'.")]
    [InlineData("b", "networks: {<|>a: , b: }", "Network 'b' exists already (line 1). Choose another name.")]
    [InlineData("default", "networks: {<|>a: }", "'default' is the network of all services that list none. Choose another name.")]
    [InlineData("a", "networks: {def<|>ault: }", "'default' is the network of all services that list none. Declare a network of your own and list it instead.")]
    [InlineData("1A", "services: {a: {image: '${<|>T}'}}", "'1A' is no name for a variable. Use letters, digits and '_', and begin with no digit.")]
    [InlineData("U", "services: {a: {image: '${<|>T}${U}'}}", "Variable 'U' exists already (line 1). Choose another name.")]
    [InlineData("X", "services: {a: {image: '${COMPOSE_PRO<|>JECT_NAME}'}}", "Compose itself reads the variable 'COMPOSE_PROJECT_NAME'; it has to keep its name.")]
    [InlineData("b", "x: &<|>a 1\ny: &b 1\nz: *a", "Anchor 'b' exists already (line 2). Choose another name.")]
    [InlineData("b.c", "x: &<|>a 1", "'b.c' is no name for an anchor. Use letters, digits, '_' and '-'.")]
    [InlineData("b", "services: {a: {networks: [<|>x]}}", "Network 'x' is not defined in any file of the project, so it may be known elsewhere by this name.")]
    public void Refused(string name, string marked, string message)
    {
        var project = MarkedProject.Read("--- compose.yaml\n" + marked);
        Assert.Equal(message, Rename.To(project.Workspace, project.Path, project.Offset, name, TestContext.Current.CancellationToken)?.Refusal);
    }

    [Theory]
    [InlineData("mysql", "services: {web: {links: ['db:mysql']}, d<|>b: {}}")]
    [InlineData("main", "services: {d<|>b: {container_name: main}}")]
    [InlineData("db", "services: {a: {links: ['x:db']}, b: {links: ['x:my<|>sql']}, x: {}}")]
    [InlineData("other", "services: {d<|>b: {}}\nnetworks: {other: }")]
    public void A_name_of_the_same_thing_or_of_no_host_does_not_clash(string name, string marked)
    {
        var project = MarkedProject.Read("--- compose.yaml\n" + marked);
        Assert.Null(Rename.To(project.Workspace, project.Path, project.Offset, name, TestContext.Current.CancellationToken)?.Refusal);
    }

    [Theory]
    [InlineData("services: {web: {network_mode: service:<|>db}, db: {}}", "db")]
    [InlineData("services: {web: {image: ngi<|>nx}}", null)]
    [InlineData("services: {web: {environment: {URL: 'http://exam<|>ple.com'}}}", null)]
    public void What_can_be_renamed_is_the_name_alone(string marked, string? expected)
    {
        var project = MarkedProject.Read("--- compose.yaml\n" + marked);
        Assert.Equal(expected, Rename.Prepare(project.Workspace, project.Path, project.Offset)?.Name);
    }

    private static void Check(string name, string marked, string expected)
    {
        var project = MarkedProject.Read(marked);
        var result = Rename.To(project.Workspace, project.Path, project.Offset, name, TestContext.Current.CancellationToken);
        Assert.Null(result?.Refusal);
        Assert.Equal(expected, project.After(result?.Edits ?? []));
    }
}
