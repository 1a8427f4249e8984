namespace LspCompose.Analysis.Tests;

/// <summary>The three boundaries of the design (YAML, Compose, LSP) in words; project references enforce them too.</summary>
public class LayeringTests
{
    [Fact]
    public void The_analysis_knows_no_protocol_no_disk_and_no_engine() =>
        AssertKnowsNone(typeof(Workspace).Assembly, "StreamJsonRpc", "Docker.DotNet", "System.CommandLine", "LspCompose.Lsp", "LspCompose.Cli", "LspCompose.Engine", "System.IO.FileSystem", "System.Net");

    [Fact]
    public void The_YAML_layer_knows_nothing_of_Compose() =>
        AssertKnowsNone(typeof(Yaml.Syntax.YamlSyntaxTree).Assembly, "LspCompose.Analysis", "LspCompose.Lsp", "LspCompose.Cli", "Newtonsoft.Json", "StreamJsonRpc", "System.Net");

    private static void AssertKnowsNone(System.Reflection.Assembly assembly, params string[] forbidden) =>
        Assert.DoesNotContain(assembly.GetReferencedAssemblies(), reference => Array.Exists(forbidden, name => reference.Name?.StartsWith(name, StringComparison.Ordinal) == true));
}
