using LspCompose.Analysis.Findings;
using LspCompose.Cli.Output;
using LspCompose.Yaml.Text;

namespace LspCompose.Cli.Tests.Output;

public sealed class JsonReportTests
{
    [Fact]
    public void The_object_is_what_the_contract_says_key_for_key()
    {
        var file = Checked.File("compose.yml", "a:\n  😀: <[\"b\"]>\n", finding => finding with
        {
            Message = "fpm → nginx",
            Related = [new RelatedLocation("compose.yml", new TextSpan(0, 1), "here")],
            LazyFixes = new([new Fix("Convert it", FixKind.Source, () => [new FileEdit("compose.yml", new TextEdit(new TextSpan(0, 1), "c"))]) { IsSafe = false }]),
        });

        Assert.Equal(
            """{"version":1,"files":[{"path":"compose.yml","findings":[{"rule":"deprecated-link","severity":"warning","message":"fpm → nginx","""
            + "\"range\":{\"start\":{\"line\":1,\"character\":6},\"end\":{\"line\":1,\"character\":9}},"
            + "\"related\":" + """[{"path":"compose.yml","range":{"start":{"line":0,"character":0},"end":{"line":0,"character":1}},"message":"here"}],"""
            + "\"fixes\":" + """[{"title":"Convert it","kind":"source","safe":false,"edits":[{"path":"compose.yml","range":{"start":{"line":0,"character":0},"end":{"line":0,"character":1}},"newText":"c"}]}],"""
            + "\"url\":\"https://github.com/lspcompose/lspcompose/blob/main/docs/rules/deprecated-link.md\"}]}]}\n",
            Write(file));
    }

    [Fact]
    public void Files_without_findings_are_listed() => Assert.Equal(
        """{"version":1,"files":[{"path":"a.yml","findings":[]},{"path":"b.yml","findings":[]}]}""" + "\n",
        Write(Checked.Clean("a.yml"), Checked.Clean("b.yml")));

    [Fact]
    public void No_files_is_an_empty_list() => Assert.Equal("""{"version":1,"files":[]}""" + "\n", Write());

    private static string Write(params CheckedFile[] files)
    {
        using var output = new StringWriter { NewLine = "\n" };
        JsonReport.Write(output, files);
        return output.ToString();
    }
}
