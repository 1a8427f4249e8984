using LspCompose.Analysis.Engines;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Engines;

public class WorkspaceEngineTests
{
    private const string Path = "/shop/compose.yaml";

    private static readonly EngineView Engine = new() { Version = "28.0.0" };

    private static readonly Workspace Files = Workspace.Empty.WithFile(Path, SourceText.From("services: {web: {image: nginx}}"));

    [Fact]
    public void Another_state_of_the_engine_has_no_project_loaded_again()
    {
        var project = Files.Projects.For(Path);
        Assert.Same(project, Files.WithEngine(Engine).Projects.For(Path));
        Assert.Same(project, Files.WithEngine(Engine).WithEngine(null).Projects.For(Path));
    }

    [Fact]
    public void What_the_engine_holds_stays_while_files_and_settings_change()
    {
        var workspace = Files.WithEngine(Engine).WithFile("/shop/other.yaml", SourceText.From("")).WithSettings(AnalysisSettings.Default with { Target = ComposeTarget.Compose226 }).WithoutFile(Path);
        Assert.Same(Engine, workspace.Engine);
    }
}
