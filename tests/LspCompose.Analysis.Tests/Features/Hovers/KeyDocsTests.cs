namespace LspCompose.Analysis.Tests.Features.Hovers;

public class KeyDocsTests
{
    [Fact]
    public void A_key_tells_what_it_does_its_default_its_values_and_where_it_is_specified()
    {
        var (about, text) = Hovered.At("services:\n  web:\n    image: x\n    rest<|>art: always\n");
        Assert.Equal("restart", about);
        Assert.Equal(
            """
            **restart**: text, default `no`

            What the engine does when the container ends. Quote `"no"`, which other YAML readers take for a boolean.

            **Values:**

            - `no`: Leave it stopped.
            - `always`: Start it again, and after an engine restart even when it was stopped by hand.
            - `on-failure`: Start it again when it ends with an error; on-failure:3 gives up after three tries.
            - `unless-stopped`: Like always, but a container stopped by hand stays stopped.

            [Compose reference: restart](https://docs.docker.com/reference/compose-file/services/#restart)
            """,
            text);
    }

    [Theory]
    [InlineData("services:\n  web:\n    image: x\n    deploy:\n      resources:\n        limits:\n          mem<|>ory: 1g\n", "**memory**")]
    [InlineData("services:\n  web: {image: x, healthcheck: {inter<|>val: 1s}}\n", "**interval**")]
    [InlineData("web:\n  image: x\n  mem_li<|>mit: 1g\n", "**mem_limit**")]
    [InlineData("x-base: &base\n  rest<|>art: always\nservices:\n  web:\n    <<: *base\n    image: x\n", "**restart**")]
    [InlineData("# é 🐳\r\nservices:\r\n  web:\r\n    rest<|>art: always\r\n", "**restart**")]
    [InlineData("services:\n  web:\n    image: [x\n  db:\n    rest<|>art: always\n", "**restart**")]
    [InlineData("services:\n  web:\n    image: x\n---\nservices:\n  db:\n    rest<|>art: always\n", "**restart**")]
    [InlineData("services:\n  web:\n    <<<|>: *base\n", "merge key")]
    public void Keys_are_known_at_any_depth_in_any_style_and_in_broken_files(string marked, string words) => Assert.Contains(words, Hovered.Text(marked), StringComparison.Ordinal);

    [Fact]
    public void A_deprecated_key_tells_what_replaces_it() =>
        Assert.Contains("**Deprecated.** Share a network and use the service name", Hovered.Text("services:\n  web:\n    image: x\n    li<|>nks: [db]\n  db: {image: x}\n"), StringComparison.Ordinal);

    [Fact]
    public void A_known_value_has_a_line_of_its_own()
    {
        var (about, text) = Hovered.At("services:\n  web:\n    image: x\n    depends_on:\n      db: {condition: service_heal<|>thy}\n  db: {image: x}\n");
        Assert.Equal(("service_healthy", "`service_healthy`: Its health check succeeds."), (about, text));
    }

    [Theory]
    [InlineData("services:\n  web:\n    image: x\n    labels:\n      com.ex<|>ample: x\n")]
    [InlineData("services:\n  web:\n    image: x\n    unknown_<|>key: x\n")]
    public void Nothing_is_told_about_names_nobody_knows(string marked) => Assert.Null(Hovered.Text(marked));
}
