using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Yaml.Tests;

/// <summary>
/// YAML that is being typed: for each mistake the tree that comes out, and the one error with its place (between <c>&lt;[</c> and <c>]&gt;</c>).
/// </summary>
public class RecoveryTests
{
    [Fact]
    public void A_word_without_colon_is_an_entry_without_value() => Expect(
        """
        services:
          web:
            image: nginx
            <[por]>
            command: x
          db:
            image: y
        """,
        "Expected ':' after 'por'",
        """
        map
          services: map
            web: map
              image: nginx
              ? por: ~
              command: x
            db: map
              image: y
        """);

    [Fact]
    public void A_word_without_colon_keeps_the_deeper_block_as_its_value() => Expect(
        """
        web:
          image: nginx
          <[ports]>
            - "80:80"
          command: x
        """,
        "Expected ':' after 'ports'",
        """
        map
          web: map
            image: nginx
            ? ports: seq
              - "80:80"
            command: x
        """);

    [Fact]
    public void Two_lines_are_never_joined_into_one_key() => Expect(
        """
        web:
          <[ima]>
          ports:
            - 80
        """,
        "Expected ':' after 'ima'",
        """
        map
          web: map
            ? ima: ~
            ports: seq
              - 80
        """);

    [Fact]
    public void A_word_in_front_of_the_first_top_level_key_is_an_entry() => Expect(
        """
        <[serv]>
        volumes:
          data:
        """,
        "Expected ':' after 'serv'",
        """
        map
          ? serv: ~
          volumes: map
            data: ~
        """);

    [Fact]
    public void An_open_quote_ends_with_its_line_before_the_next_entry() => Expect(
        """
        services:
          web:
            image: <["]>nginx
            ports:
              - "80:80"
          db:
            image: 'x'
        """,
        "The string is not closed. Add \" at its end.",
        """
        map
          services: map
            web: map
              image: "nginx"
              ports: seq
                - "80:80"
            db: map
              image: 'x'
        """,
        fix: "Close the string");

    [Fact]
    public void An_open_quote_ends_with_its_line_before_the_next_item() => Expect(
        """
        web:
          ports:
            - <['8]>0:80
            - '443:443'
          image: x
        """.Replace("<['8]>", "<[']>8", StringComparison.Ordinal),
        "The string is not closed. Add ' at its end.",
        """
        map
          web: map
            ports: seq
              - '80:80'
              - '443:443'
            image: x
        """,
        fix: "Close the string");

    [Fact]
    public void An_open_quote_may_go_on_over_lines_until_the_parent_ends() => Expect(
        """
        web:
          command: <["]>a
            b
        db:
          image: x
        """,
        "The string is not closed. Add \" at its end.",
        """
        map
          web: map
            command: "a b"
          db: map
            image: x
        """,
        fix: "Close the string");

    [Theory]
    [InlineData("[80, 81", "[]")]
    [InlineData("[80, [81]", "[]")]
    [InlineData("{a: 80, b", "{}")]
    public void An_open_bracket_ends_before_the_next_entry(string value, string kind)
    {
        var tree = YamlSyntaxTree.Parse(SourceText.From($"web:\n  ports: {value}\n  image: x\ndb:\n  image: y\n"));

        var error = Assert.Single(tree.Errors);
        Assert.Equal(14, error.Span.Start);
        Assert.EndsWith("is not closed. Add '" + (kind == "[]" ? "]" : "}") + "'.", error.Message, StringComparison.Ordinal);
        var web = tree.Documents[0].Root?.Get("web") ?? default;
        Assert.Equal(["ports", "image"], web.Entries.Select(entry => entry.Name));
        Assert.True(web.Get("ports")?.IsFlow);
        Assert.Equal(value.Length, web.Get("ports")?.Span.Length);
        Assert.Equal("x", web.Get("image")?.Value);
        Assert.Equal("y", tree.Documents[0].Root?.Get("db")?.Get("image")?.Value);
    }

    [Fact]
    public void An_open_bracket_ends_before_the_next_item() => Expect(
        """
        web:
          - <[[]>a, b
          - c
        """,
        "'[' is not closed. Add ']'.",
        """
        map
          web: seq
            - []
              - a
              - b
            - c
        """);

    [Theory]
    [InlineData("ports: [80]<[]]>")]
    [InlineData("ports: <[}]>")]
    [InlineData("image: \"x\"<[,]>")]
    [InlineData("ports: [80, <[,]> 81]")]
    [InlineData("ports: [80 <[}]>, 81]")]
    [InlineData("<[]]>")]
    public void A_stray_sign_is_one_bad_token(string line)
    {
        var (tree, span) = Parse($"web:\n  {line}\n  command: x\ndb:\n  image: y\n");

        var error = Assert.Single(tree.Errors);
        Assert.Equal(span, error.Span);
        Assert.StartsWith("Unexpected '", error.Message, StringComparison.Ordinal);
        Assert.Equal("x", tree.Documents[0].Root?.Get("web")?.Get("command")?.Value);
        Assert.Equal("y", tree.Documents[0].Root?.Get("db")?.Get("image")?.Value);
    }

    [Fact]
    public void A_second_colon_belongs_to_the_value() => Expect(
        """
        web:
          image: nginx<[:]> latest
          command: x
        """,
        "A second ':' on one line. Quote the value 'nginx: latest'.",
        """
        map
          web: map
            image: nginx: latest
            command: x
        """,
        fix: "Quote the value",
        mended: """
        web:
          image: 'nginx: latest'
          command: x
        """);

    [Fact]
    public void An_item_below_a_key_without_value_is_legal() => Expect(
        """
        web:
        - x
        db: y
        """,
        null,
        """
        map
          web: seq
            - x
          db: y
        """);

    [Fact]
    public void An_item_among_keys_is_a_list_of_its_own() => Expect(
        """
        web:
          image: x
          <[-]> "80:80"
          - "81:81"
          command: y
        """,
        "A list item can't stand between keys. Indent it below the key it belongs to.",
        """
        map
          web: map
            image: x
            ? ~: seq
              - "80:80"
              - "81:81"
            command: y
        """);

    [Fact]
    public void A_key_among_items_ends_the_list() => Expect(
        """
        web:
          ports:
            - 80
            <[image]>: x
          command: y
        """,
        "This line is indented too far. Align it with 'ports'.",
        """
        map
          web: map
            ports: seq
              - 80
            image: x
            command: y
        """,
        fix: "Align with 'ports'",
        mended: """
        web:
          ports:
            - 80
          image: x
          command: y
        """);

    [Fact]
    public void A_dedent_to_an_unknown_column_belongs_to_the_nearest_shallower_mapping() => Expect(
        """
        services:
          web:
              image: x
        <[    ]>ports: []
          db:
              image: y
        """,
        "This line is indented too far. Align it with 'web'.",
        """
        map
          services: map
            web: map
              image: x
            ports: []
            db: map
              image: y
        """,
        fix: "Align with 'web'");

    [Fact]
    public void An_entry_too_deep_is_a_sibling() => Expect(
        """
        web:
          image: x
        <[      ]>ports:
                - 80
          command: y
        """,
        "This line is indented too far. Align it with 'image'.",
        """
        map
          web: map
            image: x
            ports: seq
              - 80
            command: y
        """,
        fix: "Align with 'image'",
        mended: """
        web:
          image: x
          ports:
            - 80
          command: y
        """);

    [Fact]
    public void A_tab_counts_as_the_next_multiple_of_the_indent() => Expect(
        "services:\n    web:\n<[\t]>    image: x\n        command: y\n",
        "A tab can't indent YAML. Use spaces.",
        """
        map
          services: map
            web: map
              image: x
              command: y
        """,
        fix: "Replace tabs",
        mended: "services:\n    web:\n        image: x\n        command: y\n");

    [Theory]
    [InlineData("<[*]>", "*")]
    [InlineData("<[&]> x", "x")]
    [InlineData("<[@]>x", "@x")]
    [InlineData("<[`]>x y", "`x y")]
    [InlineData("\"a<[\\d]>b\"", "\"a\\\\db\"")]
    public void A_token_that_starts_nothing_is_one_error(string value, string expected)
    {
        var (tree, span) = Parse($"web:\n  image: {value}\n  command: x\n");

        var error = Assert.Single(tree.Errors);
        Assert.Equal(span, error.Span);
        Assert.Equal($"map\n  web: map\n    image: {expected}\n    command: x\n", TreePrinter.Print(tree));
    }

    [Fact]
    public void Both_of_two_same_keys_are_kept_and_are_no_syntax_error() => Expect(
        """
        web:
          image: x
          image: y
        """,
        null,
        """
        map
          web: map
            image: x
            image: y
        """);

    [Fact]
    public void An_unknown_alias_is_no_syntax_error() => Expect(
        """
        web:
          <<: *nowhere
          image: y
        """,
        null,
        """
        map
          web: map
            <<: *nowhere
            image: y
        """);

    [Fact]
    public void A_merge_conflict_is_one_error_and_both_sides_are_read() => Expect(
        """
        services:
          web:
        <[<<<<<<< HEAD]>
            image: x:1
            por
        =======
            image: x:2
        >>>>>>> other
            command: y
          db:
            image: z
        """,
        "Unresolved merge conflict. Keep one of the two sides and delete the marker lines.",
        """
        map
          services: map
            web: map
              image: x:1
              ? por: ~
              image: x:2
              command: y
            db: map
              image: z
        """);

    [Fact]
    public void A_merge_conflict_may_reach_over_services() => Expect(
        """
        services:
          web:
        <[<<<<<<< HEAD]>
            image: x:1
          db:
            image: a
        =======
            image: x:2
          other:
            image: b
        >>>>>>> other
        volumes:
          data:
        """,
        "Unresolved merge conflict. Keep one of the two sides and delete the marker lines.",
        """
        map
          services: map
            web: map
              image: x:1
            db: map
              image: a
              image: x:2
            other: map
              image: b
          volumes: map
            data: ~
        """);

    [Fact]
    public void A_colon_without_its_space_is_taken_for_one() => Expect(
        """
        web:
          image<[:]>nginx
          command: x
        """,
        "Expected a space after 'image:'",
        """
        map
          web: map
            image: nginx
            command: x
        """,
        fix: "Insert a space",
        mended: """
        web:
          image: nginx
          command: x
        """);

    [Fact]
    public void Two_mistakes_on_two_lines_are_two_errors()
    {
        var tree = YamlSyntaxTree.Parse(SourceText.From("web:\n  por\n  image: \"x\n  env: [y\ndb:\n  a: b: c\n"));

        Assert.Equal([1, 2, 3, 5], tree.Errors.Select(error => tree.Text.LineOf(error.Span.Start)));
    }

    [Fact]
    public void A_broken_line_leaves_everything_else_of_its_service_as_it_was()
    {
        const string Before = "services:\n  web: # c\n    command: [a, 'b', {c: d}]\n    text: |\n      # no\n      x: y\n\n    env: &e !t\n      A: \"b\\tc\"\n      ? d\n      : - e\n        - f\n";
        const string After = "    other: *e\n    long: a\n      b\n\n      c\n    fold: >-\n      x\n      y\n    quoted: \"a\n      b\"\n";
        var whole = YamlSyntaxTree.Parse(SourceText.From(Before + After));
        var broken = YamlSyntaxTree.Parse(SourceText.From(Before + "    por\n" + After));

        Assert.Empty(whole.Errors);
        Assert.Single(broken.Errors);
        var expected = Web(whole).Entries.Select(entry => TreePrinter.Print(entry.Key) + TreePrinter.Print(entry.Value));
        Assert.Equal(expected, Web(broken).Entries.Where(entry => entry.Name != "por").Select(entry => TreePrinter.Print(entry.Key) + TreePrinter.Print(entry.Value)));
        Assert.Equal(Web(whole).Entries.TakeWhile(entry => entry.Name != "other").Select(entry => entry.Span), Web(broken).Entries.TakeWhile(entry => entry.Name != "por").Select(entry => entry.Span));
        Assert.Equal(Web(whole).Get("quoted")?.Span.Shift(8), Web(broken).Get("quoted")?.Span);
    }

    private static YamlNode Web(YamlSyntaxTree tree) => tree.Documents[0].Root?.Get("services")?.Get("web") ?? default;

    private static (YamlSyntaxTree Tree, TextSpan Span) Parse(string marked)
    {
        marked = marked.ReplaceLineEndings("\n");
        var start = marked.IndexOf("<[", StringComparison.Ordinal);
        var end = marked.IndexOf("]>", Math.Max(start, 0), StringComparison.Ordinal) is var first && first >= 0 && marked.AsSpan(first).StartsWith("]]>") ? first + 1 : first;
        var text = start < 0 ? marked : marked.Remove(end, 2).Remove(start, 2);
        var tree = YamlSyntaxTree.Parse(SourceText.From(text));
        SpanCheck.Verify(tree, text);
        return (tree, start < 0 ? default : new TextSpan(start, end - 2));
    }

    private static void Expect(string marked, string? message, string expected, string? fix = null, string? mended = null)
    {
        var (tree, span) = Parse(marked);

        Assert.Equal(message is null ? [] : [(span, message)], tree.Errors.Select(error => (error.Span, error.Message)));
        Assert.Equal(expected.ReplaceLineEndings("\n").TrimEnd('\n') + "\n", TreePrinter.Print(tree));
        Assert.Equal(fix, tree.Errors is [var error, ..] ? error.FixTitle : null);
        if (mended is not null)
        {
            Assert.Equal(mended.ReplaceLineEndings("\n"), tree.Text.With(tree.Errors[0].FixEdits).Content);
        }
    }
}
