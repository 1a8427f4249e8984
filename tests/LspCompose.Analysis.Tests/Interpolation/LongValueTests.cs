using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Tests.Projects;

namespace LspCompose.Analysis.Tests.Interpolation;

public sealed class LongValueTests
{
    [Fact]
    public void A_project_shares_the_room_for_values_among_the_texts_of_a_file()
    {
        // A third of a million characters, which the file itself may come to; every item of the list would be as long.
        var doubling = "A=0123456789\n" + string.Concat(Enumerable.Repeat("A=$A$A\n", 15));
        var files = new MemoryFiles(
            ("/p/.env", doubling),
            ("/p/compose.yaml", "services: {a: {image: a}}\nx-list:\n" + string.Concat(Enumerable.Repeat("- <$A>\n", 10_000))));
        var project = ProjectLoader.Load(files.Open("/p/.env", "/p/compose.yaml"), new ProjectRequest { Files = ["/p/compose.yaml"], Directory = "/p", RunsHere = true });
        Assert.Contains(project.Problems, problem => problem.RuleId == "invalid-interpolation" && problem.Message.Contains("'A' is too long", StringComparison.Ordinal));

        var items = project.Model.Get("x-list") is ConfigSequence list ? list.Items : [];
        Assert.Equal(10_000, items.Count);
        Assert.InRange(items.Sum(item => item is ConfigScalar { Text: { } text } ? text.Length : 0L), 100_000, Analysis.Interpolation.Template.MaximumGrowth + 30_000);
    }
}
