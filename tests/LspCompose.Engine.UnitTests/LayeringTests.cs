namespace LspCompose.Engine.UnitTests;

/// <summary>What the engine's project may know, in words; project references enforce it too.</summary>
public class LayeringTests
{
    [Fact]
    public void The_engine_knows_the_analysis_and_Docker_but_no_editor_and_no_command_line()
    {
        var known = typeof(EngineSource).Assembly.GetReferencedAssemblies().Select(reference => reference.Name ?? "").Where(name => !name.StartsWith("System.", StringComparison.Ordinal));

        Assert.Empty(known.Except(["LspCompose.Analysis", "Docker.DotNet", "Microsoft.Win32.Primitives", "Newtonsoft.Json"]));
    }
}
