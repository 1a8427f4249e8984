using System.Diagnostics;
using CsCheck;
using LspCompose.Testing;
using LspCompose.Cli.Changes;

namespace LspCompose.Cli.Tests.Changes;

public sealed class UnifiedDiffTests : IDisposable
{
    private static readonly string[] Lines = ["a", "b", "c", ""];

    private readonly TestFolder folder = new();

    [Fact]
    public void A_change_shows_three_lines_of_context() => Assert.Equal(
        """
        --- a/compose.yml
        +++ b/compose.yml
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """,
        UnifiedDiff.Render("compose.yml", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"));

    [Fact]
    public void The_same_text_has_no_patch() => Assert.Equal("", UnifiedDiff.Render("a", "b\n", "b\n"));

    [Fact]
    public void A_missing_last_line_break_is_told() => Assert.Equal(
        "--- a/a\n+++ b/a\n@@ -1 +1 @@\n-b\n\\ No newline at end of file\n+c\n",
        UnifiedDiff.Render("a", "b", "c\n"));

    [Theory]
    [InlineData("a\nb\n", "a\nc\n")]
    [InlineData("a\r\nb\r\n", "a\r\nc\r\n")]
    [InlineData("a\nb", "a\nb\nc")]
    [InlineData("a\nb", "a\nb\n")]
    [InlineData("", "a\n")]
    [InlineData("a\rb\n", "a\rc\n")]
    [InlineData("\uFEFFa\n", "\uFEFFb\n")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n", "0\n2\n3\n4\n5\n6\n8\n9\n10\n11\n12\n13\n15")]
    public void Git_applies_it_byte_for_byte(string before, string after) => AssertApplies("compose.yml", before, after);

    [Theory]
    [InlineData("my files/compose file.yml")]
    [InlineData("größe/名前.yml")]
    [InlineData("a\"quote\\.yml")]
    public void Git_finds_the_file_by_any_name(string name) => AssertApplies(name, "a\n", "b\n");

    [Fact]
    public void Any_change_of_lines_applies()
    {
        var text = Gen.Int[0, 3].Select(index => Lines[index]).Array[0, 30].Select(Gen.Bool.Select(ends => ends ? "\n" : ""), (lines, end) => string.Join('\n', lines) + end);
        Gen.Select(text, text).Where(pair => pair.Item1 != pair.Item2 && pair.Item2.Length > 0).SampleRepeatably(pair => AssertApplies("x.yml", pair.Item1, pair.Item2), iterations: 40);
    }

    public void Dispose() => folder.Dispose();

    private void AssertApplies(string name, string before, string after)
    {
        Assert.SkipUnless(GitIsThere(), "git is not installed");
        folder.Write(name, before);
        var patch = folder.Write("change.patch", UnifiedDiff.Render(name, before, after));
        using var git = Process.Start(new ProcessStartInfo("git", ["apply", "--whitespace=nowarn", patch])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardError = true,
            Environment = { ["GIT_CEILING_DIRECTORIES"] = Path.GetTempPath() },
        });
        Assert.NotNull(git);
        var complaint = git.StandardError.ReadToEnd();
        git.WaitForExit();

        Assert.Equal("", complaint);
        Assert.Equal(after, System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(folder.Of(name))));
    }

    private static bool GitIsThere()
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", "--version") { RedirectStandardOutput = true });
            git?.WaitForExit();
            return git?.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
