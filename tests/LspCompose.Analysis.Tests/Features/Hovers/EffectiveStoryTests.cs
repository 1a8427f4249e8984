namespace LspCompose.Analysis.Tests.Features.Hovers;

public class EffectiveStoryTests
{
    private static readonly (string, string)[] Project =
    [
        ("/p/compose.override.yaml", "services:\n  web:\n    image: web:2\n    mem_limit: 128m\n    environment:\n      B: two\n      DB_PASSWORD: hunter2\n"),
        ("/p/common.yaml", "services:\n  base:\n    labels:\n      team: a\n    restart: always\n"),
        ("/p/.env", "TAG=1.27\n"),
    ];

    [Theory]
    [InlineData("image: we<|>b:1", "**In effect:** `web:2` (`compose.override.yaml:3`)")]
    [InlineData("im<|>age: web:1", "**In effect:** `web:2` (`compose.override.yaml:3`)")]
    [InlineData("mem_limit: 6<|>4m", "**In effect:** `128m` (`compose.override.yaml:4`)")]
    [InlineData("hostname: ho<|>st-${TAG}", "**In effect:** `host-1.27` (`compose.yaml:3`)")]
    [InlineData("environment: [A=1, B=<|>1]", "**In effect:** `two` (`compose.override.yaml:6`)")]
    [InlineData("environment: {B: o<|>ne}", "**In effect:** `two` (`compose.override.yaml:6`)")]
    [InlineData("environment: {DB_PASSWORD: o<|>ne}", "**In effect:** `••••••` (`compose.override.yaml:7`)")]
    public void An_overridden_value_shows_what_counts_and_where_it_is_written(string marked, string story) =>
        Assert.EndsWith(story, Hovered.Text($"services:\n  web:\n    {marked}\n", Project), StringComparison.Ordinal);

    [Fact]
    public void A_merged_mapping_shows_the_origin_of_each_part() => Assert.EndsWith(
        """
        **In effect:**

        ```yaml
        environment:
          A: one # compose.yaml:5
          B: two # compose.override.yaml:6
          DB_PASSWORD: •••••• # compose.override.yaml:7
        ```
        """,
        Hovered.Text("services:\n  web:\n    image: x\n    environ<|>ment:\n      A: one\n", Project),
        StringComparison.Ordinal);

    [Fact]
    public void An_extended_service_brings_its_values_along() => Assert.EndsWith(
        "labels:\n  own: b # compose.yaml:6\n  team: a # common.yaml:4\n```",
        Hovered.Text("services:\n  web:\n    image: x\n    extends: {file: common.yaml, service: base}\n    la<|>bels:\n      own: b\n", Project),
        StringComparison.Ordinal);

    [Fact]
    public void A_long_block_is_cut()
    {
        var many = string.Concat(Enumerable.Range(10, 40).Select(number => $"      V{number}: \"{number}\"\n"));
        var text = Hovered.Text($"services:\n  web:\n    image: x\n    environ<|>ment:\n{many}", Project);
        Assert.Contains("# … 23 more lines\n```", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("work<|>ing_dir: /x")]
    [InlineData("ports: [\"80<|>80:80\"]")]
    [InlineData("volumes: [./a<|>:/b]")]
    [InlineData("bui<|>ld: .")]
    [InlineData("environment: {A: o<|>ne}")]
    public void What_counts_as_written_is_not_repeated(string marked) =>
        Assert.DoesNotContain("In effect", Hovered.Text($"services:\n  web:\n    {marked}\n", Project) ?? "", StringComparison.Ordinal);

    [Fact]
    public void An_included_file_is_read_in_the_project_that_includes_it()
    {
        var (_, text) = Hovered.At("/p/inc/db.yaml", "services:\n  db:\n    image: db<|>:1\n", ("/p/compose.yaml", "include:\n  - path: [inc/db.yaml, inc/more.yaml]\n"), ("/p/inc/more.yaml", "services:\n  db:\n    image: db:9\n"));
        Assert.EndsWith("**In effect:** `db:9` (`more.yaml:3`)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_file_shows_what_is_known() =>
        Assert.EndsWith("**In effect:** `web:2` (`compose.override.yaml:3`)", Hovered.Text("services:\n  db:\n    command: [a\n  web:\n    image: we<|>b:1\n", Project), StringComparison.Ordinal);
}
