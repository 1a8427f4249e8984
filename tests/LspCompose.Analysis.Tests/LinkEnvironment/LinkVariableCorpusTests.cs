using LspCompose.Analysis.Findings;
using LspCompose.Analysis.LinkEnvironment;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.LinkEnvironment;

/// <summary>Real files. Those that speak of links' variables at all set them by hand, which works on any network: nothing there is a use, so every finding elsewhere has to be known.</summary>
public class LinkVariableCorpusTests
{
    // File, consumer and name of every use.
    private static readonly string[] Uses = [];

    // File and image of every service that reads the variables by itself, on the default bridge and with nothing else to tell it.
    private static readonly string[] Images =
    [
        "derived-tab-after-dash.yml selenium/node-firefox",
        "emb-sven-server.yml svendowideit/ambassador",
        "iss-codeship-7-circular.yml selenium/node-firefox",
        "kafka-fig-3svc.yml wurstmeister/kafka:latest",
        "kafka-fig-3svc.yml wurstmeister/kafka:latest",
        "kafka-fig.yml wurstmeister/kafka:0.8.2-beta",
        "kompose-controller-label.yml wordpress:4.5",
    ];

    // Files whose services set such variables by hand, and one of the names.
    [Theory]
    [InlineData("amb-cbd-01-ambassadord-omnimode.yml", "CB_DB_PORT_5432_TCP_ADDR")]
    [InlineData("emb-selenium-hub-alias.yml", "HUB_PORT_4444_TCP_ADDR")]
    [InlineData("emb-sven-client-docstart.yml", "REDIS_PORT_6379_TCP")]
    [InlineData("emb-sven-client-list.yml", "REDIS_PORT_6379_TCP")]
    [InlineData("emb-sven-client-map.yml", "REDIS_PORT_6379_TCP")]
    [InlineData("emb-sven-comment-suffix.yml", "REDIS_PORT_6379_TCP")]
    [InlineData("emb-sven-spec-ports.yml", "REDIS_PORT_6379_TCP")]
    [InlineData("laradock-linkenv.yml", "BEANSTALKD_PORT_11300_TCP_ADDR")]
    [InlineData("mattermost-v1-linkenv.yml", "PLATFORM_PORT_80_TCP_PORT")]
    [InlineData("mattermost-v21-linkenv.yml", "PLATFORM_PORT_80_TCP_PORT")]
    [InlineData("rc-huginn.yml", "POSTGRES_PORT_5432_TCP_ADDR")]
    public void A_variable_set_by_hand_is_the_services_own(string name, string variable)
    {
        var (workspace, file) = Open(Path.Combine(SharedData.Find("corpus"), name));
        var variables = new Lazy<ProjectVariables>(() => ProjectVariables.Of(workspace, file));
        Assert.Contains(file.Model.Services, service => ConsumerTexts.Of(workspace, file, service, variables).Defined.Contains(variable));
        Assert.NotEmpty(LinkVariableName.Readings(variable));
    }

    [Fact]
    public void Exactly_the_known_uses_are_found()
    {
        var found = Files().SelectMany(path =>
        {
            var (workspace, file) = Open(path);
            return LinkVariables.InFile(workspace, file).Select(use => $"{Path.GetFileName(path)} {use.Link.Source.Name} {use.Name}");
        });
        Assert.Equal(Uses.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Exactly_the_known_images_are_named()
    {
        var found = Files().SelectMany(path =>
        {
            var (workspace, file) = Open(path);
            return Markers.Find(workspace, path).Where(finding => finding.Rule.Id == "link-environment-variable" && finding.Severity == Severity.Info)
                .Select(finding => $"{Path.GetFileName(path)} {file.Text.ToString(finding.Span)}");
        });
        Assert.Equal(Images.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(SharedData.Find("corpus"), "*.y*ml").Order(StringComparer.Ordinal);

    private static (Workspace Workspace, ComposeFile File) Open(string path)
    {
        var workspace = Workspace.Empty.WithFile(path, SourceText.From(File.ReadAllText(path)));
        Assert.True(workspace.TryGetFile(path, out var file));
        return (workspace, file);
    }
}
