using LspCompose.Analysis.Findings;
using LspCompose.Cli.Output;
using LspCompose.Yaml.Text;

namespace LspCompose.Cli.Tests.Output;

public sealed class TextReportTests
{
    [Fact]
    public void A_finding_shows_place_message_source_related_places_and_fixes()
    {
        var file = Checked.File("compose.yml", "a:\n  links: <[[b]]>\n", finding => finding with
        {
            Severity = Severity.Error,
            Related = [new RelatedLocation("compose.yml", new TextSpan(0, 1), "from here")],
            LazyFixes = new(
            [
                new Fix("Convert the link", FixKind.QuickFix, () => []),
                new Fix("Drop the link", FixKind.QuickFix, () => []) { IsSafe = false },
            ]),
        });

        Assert.Equal(
            """
            compose.yml:2:10: error[deprecated-link]: This is outdated.
              |
            2 |   links: [b]
              |          ^^^
              note: compose.yml:1:1: from here
              help: Convert the link
              help: Drop the link (changes the meaning: not applied without asking)

            1 file checked: 1 error.

            """,
            Write(Palette.None, file));
    }

    [Fact]
    public void The_summary_counts_files_and_severities() =>
        Assert.EndsWith("3 files checked: 2 warnings.\n", Write(Palette.None, Checked.File("a.yml", "<[a]>:"), Checked.File("b.yml", "<[a]>:"), Checked.Clean("c.yml")), StringComparison.Ordinal);

    [Fact]
    public void Files_without_findings_are_one_line() => Assert.Equal("1 file checked: no findings.\n", Write(Palette.None, Checked.Clean("a.yml")));

    [Fact]
    public void Colours_are_only_written_when_asked_for()
    {
        var file = Checked.File("a.yml", "<[a]>:");

        Assert.DoesNotContain('\e', Write(Palette.None, file));
        Assert.Contains("\e[1;33mwarning[deprecated-link]\e[0m", Write(Palette.Ansi, file), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_from_a_file_cannot_drive_the_terminal() =>
        Assert.DoesNotContain('\e', Write(Palette.None, Checked.File("a.yml", "<[a]>:", finding => finding with { Message = "'\e[2J' is no service" })));

    private static string Write(Palette palette, params CheckedFile[] files)
    {
        using var output = new StringWriter { NewLine = "\n" };
        TextReport.Write(output, files, palette);
        return output.ToString();
    }
}
