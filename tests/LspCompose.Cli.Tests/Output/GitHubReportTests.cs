using LspCompose.Analysis.Findings;
using LspCompose.Cli.Output;

namespace LspCompose.Cli.Tests.Output;

public sealed class GitHubReportTests
{
    [Fact]
    public void A_finding_becomes_an_annotation() => Assert.Equal(
        "::warning file=compose.yml,line=2,endLine=2,col=4,endColumn=5,title=deprecated-link::This is outdated.\n",
        Write(Checked.File("compose.yml", "a:\nb: <[c]>")));

    [Fact]
    public void Several_lines_have_no_columns() => Assert.Equal(
        "::warning file=compose.yml,line=1,endLine=2,title=deprecated-link::This is outdated.\n",
        Write(Checked.File("compose.yml", "<[a:\nb]>: c")));

    [Fact]
    public void What_would_end_the_command_is_escaped() => Assert.Equal(
        "::notice file=a%2Cb%3Ac.yml,line=1,endLine=1,col=1,endColumn=2,title=deprecated-link::100%25:%0D%0Anext\n",
        Write(Checked.File("a,b:c.yml", "<[a]>:", finding => finding with { Severity = Severity.Info, Message = "100%:\r\nnext" })));

    private static string Write(params CheckedFile[] files)
    {
        using var output = new StringWriter { NewLine = "\n" };
        GitHubReport.Write(output, files);
        return output.ToString();
    }
}
