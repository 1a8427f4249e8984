using LspCompose.Analysis.Features.Completion;
using LspCompose.Analysis.Features.Navigation;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Features.Navigation;

/// <summary>From the cursor to the definition, as <c>file:line:name</c>.</summary>
public class DefinitionTests
{
    [Theory]
    [InlineData("services:\n  web: {depends_on: [d<|>b]}\n  db: {image: x}", "compose.yaml:3:db")]
    [InlineData("services:\n  web: {network_mode: service:d<|>b}\n  db: {image: x}", "compose.yaml:3:db")]
    [InlineData("services:\n  web: {links: ['db:my<|>sql']}\n  db: {image: x}", "compose.yaml:2:mysql")]
    [InlineData("services:\n  web: {environment: {URL: 'http://a<|>pi:8080'}}\n  api: {image: x}", "compose.yaml:3:api")]
    [InlineData("services:\n  web: {volumes: ['da<|>ta:/data:ro']}\nvolumes:\n  data:", "compose.yaml:4:data")]
    [InlineData("services:\n  web: {secrets: [{source: ke<|>y}]}\nsecrets:\n  key: {file: k}", "compose.yaml:4:key")]
    [InlineData("x-a: &ba<|>se {image: x}\nservices: {web: *base}", "compose.yaml:1:base")]
    [InlineData("x-a: &base {image: x}\nservices:\n  web:\n    <<: *ba<|>se", "compose.yaml:1:base")]
    [InlineData("web:\n  image: x\n  net: container:d<|>b\ndb:\n  image: x", "compose.yaml:4:db")]
    [InlineData("services:\n  web:\n    depends_on: [d<|>b\n  db:\n    image: 'x", "compose.yaml:4:db")]
    [InlineData("services:\r\n  web: {x-é🐳: '🐳', depends_on: [d<|>b]}\r\n  db: {image: x}", "compose.yaml:3:db")]
    public void In_one_file(string marked, string expected) => Check("--- compose.yaml\n" + marked, expected);

    [Theory]
    [InlineData("--- compose.yaml\nservices:\n  web: {links: [d<|>b]}\n  db: {image: x}\n--- compose.override.yaml\nservices:\n  db: {image: y}", "compose.yaml:3:db compose.override.yaml:2:db")]
    [InlineData("--- compose.yaml\ninclude: [db.yaml]\nservices:\n  web: {links: [d<|>b]}\n--- db.yaml\nservices:\n  db: {image: x}", "db.yaml:2:db")]
    [InlineData("--- compose.yaml\nservices:\n  web: {image: 'x:${TA<|>G:-1}'}\n--- .env\n# x\nTAG=1", ".env:2:TAG")]
    [InlineData("--- compose.yaml\nservices:\n  web: {extends: {file: sub/c.yaml, service: we<|>b}}\n--- sub/c.yaml\nservices:\n  web: {image: x}", "sub/c.yaml:2:web")]
    public void Across_files(string marked, string expected) => Check(marked, expected);

    [Theory]
    [InlineData("--- compose.yaml\ninclude: [sub/d<|>b.yaml]\nservices: {}\n--- sub/db.yaml\nservices: {}", "sub/db.yaml:1:")]
    [InlineData("--- compose.yaml\nservices:\n  web: {extends: {file: './sub/c<|>.yaml', service: web}}\n--- sub/c.yaml\nservices: {web: {}}", "sub/c.yaml:1:")]
    [InlineData("--- compose.yaml\nservices:\n  web: {image: x, env_file: [{path: '${D:-sub}/a.e<|>nv'}]}\n--- sub/a.env\nA=1", "sub/a.env:1:")]
    public void From_a_path_to_the_file(string marked, string expected) => Check(marked, expected);

    [Theory]
    [InlineData("services: {web: {build: ./we<|>b}}", "/p/web/Dockerfile")]
    [InlineData("services: {web: {build: {context: ./web, dockerfile: prod.Docker<|>file}}}", "/p/web/prod.Dockerfile")]
    [InlineData("configs: {a: {file: ./a<|>.conf}}", "/p/a.conf")]
    public void To_a_file_nobody_has_looked_at(string marked, string expected)
    {
        var (text, offset) = Markers.Cursor(marked);
        Assert.Equal(expected, Definition.At(Workspace.Empty.WithFile("/p/compose.yaml", SourceText.From(text)), "/p/compose.yaml", offset, new HostAnswers(), TestContext.Current.CancellationToken)?.Targets[0].Path);
    }

    [Theory]
    [InlineData("services: {web: {build: {context: ./web, target: pr<|>od}}}", "FROM base AS [prod]")]
    [InlineData("services: {web: {build: {context: ./web, target: BA<|>SE}}}", "FROM scratch AS [base]")]
    [InlineData("services: {web: {build: {context: ./web, target: no<|>ne}}}", null)]
    public void To_the_stage_of_a_dockerfile_the_host_reads(string marked, string? expected)
    {
        var (text, offset) = Markers.Cursor(marked);
        var host = new HostAnswers();
        host.Answer(new HostQuestion("/p/web/Dockerfile", HostQuestionKind.File), new FileContent.Present(SourceText.From("# é\r\nFROM scratch AS base\r\nFROM base AS prod\r\n")));
        var target = Definition.At(Workspace.Empty.WithFile("/p/compose.yaml", SourceText.From(text)), "/p/compose.yaml", offset, host, TestContext.Current.CancellationToken)?.Targets[0];
        Assert.Equal(expected, target?.Text is { } read ? $"{read.ToString(target.Whole with { End = target.Name.Start })}[{read.ToString(target.Name)}]" : null);
    }

    [Fact]
    public void To_the_stage_of_a_dockerfile_in_the_file() =>
        Check("--- compose.yaml\nservices:\n  web:\n    build:\n      target: pr<|>od\n      dockerfile_inline: |\n        FROM a AS base\n        FROM base AS prod\n", "compose.yaml:7:prod");

    [Theory]
    [InlineData("services:\n  web: {image: ngi<|>nx}")]
    [InlineData("services:\n  web: {depends_on: [no<|>body]}")]
    [InlineData("services:\n  web: {image: 'x:${UN<|>SET}'}")]
    [InlineData("services: {web: {env_file: gone.e<|>nv}}")]
    [InlineData("x: *no<|>where")]
    public void Nowhere(string marked) => Check("--- compose.yaml\n" + marked, "");

    [Fact]
    public void The_whole_entry_is_shown()
    {
        var project = MarkedProject.Read("--- compose.yaml\nservices:\n  web: {links: ['d<|>b:x']}\n  db:\n    image: x");
        var answer = Definition.At(project.Workspace, project.Path, project.Offset, new HostAnswers(), TestContext.Current.CancellationToken);
        Assert.NotNull(answer);
        Assert.Equal("compose.yaml:2:db", project.Show(project.Path, answer.Origin));
        Assert.Equal("compose.yaml:3:db:\n    image: x", project.Show(project.Path, answer.Targets[0].Whole));
    }

    private static void Check(string marked, string expected)
    {
        var project = MarkedProject.Read(marked);
        var answer = Definition.At(project.Workspace, project.Path, project.Offset, new HostAnswers(), TestContext.Current.CancellationToken);
        Assert.Equal(expected, string.Join(' ', answer?.Targets.Select(target => project.Show(target.Path, target.Name)) ?? []));
    }
}
