using LspCompose.Analysis.Formatting;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Formatting;

/// <summary>The line being typed, before and after.</summary>
public class OnTypeFormatterTests
{
    [Theory]
    [InlineData("services:\n<|>", "services:\n  ")]
    [InlineData("services:  # all of them\n<|>", "services:  # all of them\n  ")]
    [InlineData("services:\n  web: &a\n  <|>", "services:\n  web: &a\n    ")]
    [InlineData("services:\n    web:\n        image: a\n        <|>", "services:\n    web:\n        image: a\n        ")]
    [InlineData("services:\n  web:\n    image: a\n<|>", "services:\n  web:\n    image: a\n    ")]
    [InlineData("services:\n    <|>\n    web:\n        image: a\n", "services:\n    \n    web:\n        image: a\n")]
    [InlineData("services:\n<|>\n    web:\n        image: a\n", "services:\n    \n    web:\n        image: a\n")]
    [InlineData("a:\n<|>\n- x\n", "a:\n\n- x\n")]
    [InlineData("a:\n  - x\n<|>", "a:\n  - x\n  ")]
    [InlineData("a:\n  - x: 1\n  <|>", "a:\n  - x: 1\n    ")]
    [InlineData("a:\n  - x:\n  <|>", "a:\n  - x:\n      ")]
    [InlineData("a:\n  -\n  <|>", "a:\n  -\n    ")]
    [InlineData("a:\n  b: |\n<|>", "a:\n  b: |\n    ")]
    [InlineData("a:\n  b: >-  # folded\n<|>\nc: 1\n", "a:\n  b: >-  # folded\n    \nc: 1\n")]
    [InlineData("a:\n  - |\n<|>", "a:\n  - |\n    ")]
    [InlineData("a:\n  - b: |\n<|>", "a:\n  - b: |\n      ")]
    [InlineData("a:\n  b: [\n<|>", "a:\n  b: [\n    ")]
    [InlineData("a:\n  b: {\n<|>\n  }\n", "a:\n  b: {\n    \n  }\n")]
    [InlineData("a:\n  b: [80]\n<|>", "a:\n  b: [80]\n  ")]
    [InlineData("a: \"x\n<|>", "a: \"x\n")]
    [InlineData("a:\r\n  b:\r\n<|>\r\n", "a:\r\n  b:\r\n    \r\n")]
    [InlineData("\uFEFFa:\n<|>", "\uFEFFa:\n  ")]
    [InlineData("services:\n  web:\n    image: \"a\n    ports:\n    <|>\n  db:\n    image: b\n", "services:\n  web:\n    image: \"a\n    ports:\n      \n  db:\n    image: b\n")]
    public void Enter_indents(string marked, string expected) => Assert.Equal(expected, Type(marked, OnTypeFormatter.AfterLineBreak));

    [Theory]
    [InlineData("<|>")]
    [InlineData("\n   <|>")]
    [InlineData("a:\n  b: |\n    text\n      more\n      <|>")]
    [InlineData("a:\n  # note\n  <|>")]
    [InlineData("a:\n  b: [1,\n     <|>")]
    [InlineData("a:\n <|>b: 1\n")]
    [InlineData("a: plain\n   text\n   <|>")]
    [InlineData("---\n<|>")]
    public void Enter_leaves_the_line_to_the_client(string marked) => Assert.Equal(marked.Replace("<|>", "", StringComparison.Ordinal), Type(marked, OnTypeFormatter.AfterLineBreak));

    [Theory]
    [InlineData("a:\n  b:\n    - x\n      -<|>", "a:\n  b:\n    - x\n    -")]
    [InlineData("a:\n  b:\n    - x\n-<|>", "a:\n  b:\n    - x\n    -")]
    [InlineData("a:\n  b:\n    - x: 1\n      y: 2\n      -<|>", "a:\n  b:\n    - x: 1\n      y: 2\n    -")]
    [InlineData("a:\n- x\nb:\n  -<|>", "a:\n- x\nb:\n-")]
    [InlineData("a:\n  - x\nb:\n-<|>", "a:\n  - x\nb:\n  -")]
    [InlineData("a:\n  b:\n  -<|>\nc: 1\n", "a:\n  b:\n    -\nc: 1\n")]
    [InlineData("a:\n  -<|>\n    - x\n", "a:\n    -\n    - x\n")]
    [InlineData("a:\n  b:\n    - x\n\n    # note\n   -<|>", "a:\n  b:\n    - x\n\n    # note\n    -")]
    [InlineData("a:\n  - b:\n      - x\n  -<|>", "a:\n  - b:\n      - x\n  -")]
    [InlineData("a:\r\n  - x\r\n    -<|>\r\n", "a:\r\n  - x\r\n  -\r\n")]
    [InlineData("a:\n  - \"x\nb:\n  - y\n    -<|>\n", "a:\n  - \"x\nb:\n  - y\n  -\n")]
    public void A_dash_is_lined_up_with_the_list_it_joins(string marked, string expected) => Assert.Equal(expected, Type(marked, OnTypeFormatter.AfterDash));

    [Theory]
    [InlineData("-<|>")]
    [InlineData("a: x\n  -<|>")]
    [InlineData("a: |\n  text\n    -<|>")]
    [InlineData("a:\n  - x\n  - y-<|>")]
    [InlineData("a:\n  - x\n    - <|>")]
    [InlineData("a: [1,\n  -<|>")]
    [InlineData("a:\n  - x\n    --<|>")]
    public void Other_dashes_stay(string marked) => Assert.Equal(marked.Replace("<|>", "", StringComparison.Ordinal), Type(marked, OnTypeFormatter.AfterDash));

    private static string Type(string marked, Func<ComposeFile, int, FormatOptions, IReadOnlyList<TextEdit>> after)
    {
        var (text, offset) = Markers.Cursor(marked);
        return Formatted.Apply(text, after(Formatted.File(text), offset, FormatOptions.Default));
    }
}
