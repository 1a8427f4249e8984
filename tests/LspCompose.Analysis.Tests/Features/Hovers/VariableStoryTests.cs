namespace LspCompose.Analysis.Tests.Features.Hovers;

public class VariableStoryTests
{
    private static readonly (string, string) DotEnv = ("/p/.env", "# shared\nTAG=1.27\nEMPTY=\nDB_PASSWORD=hunter2\nDB_URL=postgres://ada:hunter2@db/x\nHOST=$DB_PASSWORD\n");

    [Theory]
    [InlineData("nginx:${T<|>AG}", "${TAG}", "**TAG** = `1.27`", "From `.env:2`.")]
    [InlineData("nginx:$T<|>AG", "$TAG", "**TAG** = `1.27`", "From `.env:2`.")]
    [InlineData("nginx:${TAG:-<|>1}", "${TAG:-1}", "`1.27`", "`:-` takes `1` if the variable is unset or empty.")]
    [InlineData("nginx:${NO<|>NE:-1}", "${NONE:-1}", "**NONE** = `1`", "The default written here: `NONE` is not set.")]
    [InlineData("nginx:${EM<|>PTY:-1}", "${EMPTY:-1}", "**EMPTY** = `1`", "The default written here: `EMPTY` is empty.")]
    [InlineData("nginx:${EM<|>PTY-1}", "${EMPTY-1}", "**EMPTY** = *(empty)*", "`-` takes `1` if the variable is unset; an empty value stays.")]
    [InlineData("nginx:${TA<|>G:+x}", "${TAG:+x}", "**TAG** = `x`", "`:+` takes `x` if the variable is set and not empty, else nothing.")]
    [InlineData("nginx:${NO<|>NE?give it}", "${NONE?give it}", "nothing, Compose stops", "it must be: give it")]
    [InlineData("nginx:${NO<|>NE}", "${NONE}", "**NONE** = nothing", "or give a default: `${NONE:-default}`")]
    [InlineData("nginx:${NONE:-${T<|>AG}}", "${TAG}", "**TAG** = `1.27`", "From `.env:2`.")]
    [InlineData("nginx:${SHELL_U<|>SER}", "${SHELL_USER}", "`ada`", "From the shell's environment.")]
    [InlineData("nginx:${COMPOSE_PROJECT<|>_NAME}", "${COMPOSE_PROJECT_NAME}", "`p`", "which Compose sets")]
    public void A_variable_tells_its_value_its_origin_and_what_its_operator_means(string marked, string about, string value, string words)
    {
        var (span, text) = Hovered.At($"services:\n  web:\n    image: \"{marked}\"\n", DotEnv);
        Assert.Equal(about, span);
        Assert.Contains(value, text, StringComparison.Ordinal);
        Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("${DB_PASS<|>WORD}")]
    [InlineData("${DB_<|>URL}")]
    [InlineData("x${DB_PASSWORD}<|>y")]
    [InlineData("${API_K<|>EY:-hunter2}")]
    [InlineData("${TAG:+${DB_PASSWORD}}x<|>")]
    [InlineData("run --token hunt<|>er2")]
    [InlineData("postgres://ada:${HO<|>ST}@db/x")]
    [InlineData("postgres://ada:hunter2@d<|>b/x")]
    public void A_secret_is_never_shown(string marked)
    {
        foreach (var attribute in new[] { "command", "hostname", "image" })
        {
            Assert.DoesNotContain("hunter2", Hovered.Text($"services:\n  web:\n    {attribute}: {marked}\n", DotEnv) ?? "", StringComparison.Ordinal);
        }

        Assert.DoesNotContain("hunter2", Hovered.Text($"services:\n  web:\n    environ<|>ment:\n      A: {marked.Replace("<|>", "", StringComparison.Ordinal)}\n", DotEnv) ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- SHELL_U<|>SER", "**SHELL_USER** is taken over into the container: `ada`\n\nFrom the shell's environment.")]
    [InlineData("SHELL_U<|>SER:", "**SHELL_USER** is taken over into the container: `ada`\n\nFrom the shell's environment.")]
    [InlineData("- T<|>AG", "**TAG** is taken over into the container: `1.27`\n\nFrom `.env:2`.")]
    public void A_name_without_a_value_is_taken_over(string marked, string story) => Assert.StartsWith(story, Hovered.Text($"services:\n  web:\n    environment:\n      {marked}\n", DotEnv), StringComparison.Ordinal);

    [Fact]
    public void A_name_that_is_not_set_is_not_taken_over() => Assert.Contains("is not set", Hovered.Text("services:\n  web:\n    environment:\n      - NO<|>NE\n", DotEnv), StringComparison.Ordinal);

    [Fact]
    public void An_included_file_sees_its_own_variables()
    {
        var (_, text) = Hovered.At("/p/inc/compose.yaml", "services:\n  db:\n    image: db:${VER<|>SION}\n", ("/p/compose.yaml", "include: [inc/compose.yaml]\n"), ("/p/inc/.env", "VERSION=7\n"));
        Assert.Contains("**VERSION** = `7`", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dollar_sign_of_its_own_is_no_variable() => Assert.DoesNotContain("TAG", Hovered.Text("services:\n  web:\n    hostname: $$TA<|>G\n", DotEnv), StringComparison.Ordinal);

    [Fact]
    public void A_broken_file_has_variables_too() =>
        Assert.Contains("`1.27`", Hovered.Text("services:\n  db:\n    command: [a\n  web:\n    image: nginx:${T<|>AG}\n", DotEnv), StringComparison.Ordinal);
}
