namespace LspCompose.Analysis.Tests.Rules;

public class AmbiguousNumberTests
{
    [Fact]
    public void Ports_without_quotes_may_be_numbers() => Markers.Check(
        """
        x-ports: &ports
          - 22:22
        #   ^^^^^ ambiguous-number the number 1342
        services:
          git:
            image: gitea/gitea
            ports: [2222:22, "23:23", '24:24', 8080:80]
        #           ^^^^^^^ ambiguous-number the number 133342
          a: {image: x, ports: *ports}
          b: {image: x, ports: *ports, profiles: [b]}
        # lspcompose: ignore-file port-conflict
        """);

    [Theory]
    [InlineData("8080:60")]
    [InlineData("022:22")]
    [InlineData("22:22/tcp")]
    [InlineData("127.0.0.1:22:22")]
    [InlineData("22-23:22-23")]
    [InlineData(":22")]
    [InlineData("22:022")]
    [InlineData("22")]
    [InlineData("!!str 22:22")]
    [InlineData("${PORT:-22}:22")]
    public void Other_ports_are_not(string port) => Assert.Empty(Markers.Find($"services:\n  web:\n    image: x\n    ports:\n      - {port}\n"));

    [Fact]
    public void The_fix_adds_quotes_and_nothing_else()
    {
        const string text = "services:\r\n  web:\r\n    image: x\r\n    ports:\r\n      - 22:22 # ssh\r\n";
        var fix = Assert.Single(Assert.Single(Markers.Find(text)).Fixes);

        Assert.True(fix.IsSafe);
        Assert.Equal(text.Replace("22:22", "\"22:22\"", StringComparison.Ordinal), Edits.Apply(text, fix));
    }

    [Fact]
    public void The_first_format_is_read_by_such_a_tool() =>
        Assert.Contains(Markers.Find("web:\n  image: x\n  ports:\n    - 22:22\n"), finding => finding.Rule.Id == "ambiguous-number");
}
