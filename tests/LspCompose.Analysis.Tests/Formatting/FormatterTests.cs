using LspCompose.Analysis.Formatting;

namespace LspCompose.Analysis.Tests.Formatting;

public class FormatterTests
{
    [Fact]
    public void Every_level_is_indented_by_as_many_spaces()
    {
        Check(
            """
            services:
                web:
                      image: nginx
                      deploy:
                       resources:
                            limits: {cpus: "1"}
                db:
                   image: postgres
            """,
            """
            services:
              web:
                image: nginx
                deploy:
                  resources:
                    limits: { cpus: "1" }
              db:
                image: postgres
            """);
        Check("services:\n  web:\n    ports:\n      - 80\n", "services:\n    web:\n        ports:\n            - 80\n", new() { Indent = 4 });
    }

    [Fact]
    public void Lists_stand_as_most_lists_of_the_file_do()
    {
        const string indented = "a:\n  - x\n  - y\nb:\n  - z\n";
        const string flush = "a:\n- x\n- y\nb:\n- z\n";
        Check("a:\n- x\n- y\nb:\n    - z\nc:\n- w\n", "a:\n- x\n- y\nb:\n- z\nc:\n- w\n");
        Check("a:\n  - x\n  - y\nb:\n- z\n", indented);
        Check(indented, flush, new() { SequenceStyle = SequenceStyle.Flush });
        Check(flush, indented, new() { SequenceStyle = SequenceStyle.Indented });
    }

    [Fact]
    public void Mappings_and_lists_in_lists_stay_on_the_line_of_their_dash() => Check(
        """
        x:
            -   type: bind
                source: ./a
                options:
                   -    - deep
                        - er
            -
                type: volume
        """,
        """
        x:
          - type: bind
            source: ./a
            options:
              - - deep
                - er
          -
            type: volume
        """);

    [Fact]
    public void Spaces_are_one_after_colons_dashes_and_commas_and_inside_braces() => Check(
        """
        a  :   1
        b:	2
        c: [ 1,2 ,  3 ]
        d: {x: 1,y:   2}
        e: { }
        f: [  ]
        g:
          -   h
          - {"i":[{j: 1}]}
        k:   &k   !!str   v
        l: { *k : 1, m: , n: }
        *k : o
        p: 1    # lined up
        q: 22   # lined up
        """,
        """
        a: 1
        b: 2
        c: [1, 2, 3]
        d: { x: 1, y: 2 }
        e: {}
        f: []
        g:
          - h
          - { "i": [{ j: 1 }] }
        k: &k !!str v
        l: { *k : 1, m: , n: }
        *k : o
        p: 1    # lined up
        q: 22   # lined up
        """);

    [Fact]
    public void Blank_lines_are_one_at_most_and_none_at_the_start_or_end() =>
        Assert.Equal("a: 1\n\nb:\n\n  c: 2\n", Formatted.Check("\n  \na: 1  \n\n \n\nb:\t\n\n  c: 2\n\n\n", FormatOptions.Default, ""));

    [Fact]
    public void Sections_and_services_are_set_apart_where_that_is_wanted()
    {
        const string text = "name: x\nservices:\n    # The web.\n    web:\n        image: a\n    # The data.\n    db:\n        image: b\nvolumes:\n    data:\n";
        Check(text, "name: x\n\nservices:\n  # The web.\n  web:\n    image: a\n  # The data.\n  db:\n    image: b\n\nvolumes:\n  data:\n", new() { BlankLines = BlankLines.Sections });
        Check(text, "name: x\n\nservices:\n  # The web.\n  web:\n    image: a\n\n  # The data.\n  db:\n    image: b\n\nvolumes:\n  data:\n", new() { BlankLines = BlankLines.Services });
    }

    [Fact]
    public void The_end_of_the_file_is_as_asked()
    {
        Assert.Equal("a: 1\n", Formatted.Text("a: 1"));
        Assert.Equal("a: 1", Formatted.Text("a: 1", new() { InsertFinalNewline = false }));
        Assert.Equal("a: 1\n", Formatted.Text("a: 1\n\n\n"));
        Assert.Equal("a: 1\n\n\n", Formatted.Text("a: 1\n\n\n", new() { TrimFinalNewlines = false }));
        Assert.Equal("a: 1  \n", Formatted.Text("a: 1  \n", new() { TrimTrailingWhitespace = false }));
        Assert.Equal("", Formatted.Text(""));
        Assert.Equal("# only this\n", Formatted.Text("# only this"));
    }

    [Fact]
    public void The_text_of_a_block_scalar_moves_as_a_whole_and_stays_the_same() => Check(
        """
        configs:
            app:
                content: |
                    def main():
                        if True:
                            print("x")

                    main()
                script: >-
                      folded
                      text

                        more
                keep: |+
                  kept

                indented: |2
                      two more
                  none
        """,
        """
        configs:
          app:
            content: |
              def main():
                  if True:
                      print("x")

              main()
            script: >-
              folded
              text

                more
            keep: |+
              kept

            indented: |2
                  two more
              none
        """);

    [Fact]
    public void A_block_scalar_under_a_key_that_stays_is_not_touched()
    {
        const string text = "configs:\n  app:\n    content: |\n          def f():\n              return 1  \n\n\n\n          # no comment\n    other: |+\n      x\n\n\n\nname: y\n";
        Assert.Empty(Formatted.Edits(text, FormatOptions.Default));
    }

    [Fact]
    public void Whether_a_block_scalar_ends_in_a_line_break_stays()
    {
        Assert.Equal("a: |\n  x", Formatted.Text("a: |\n  x"));
        Assert.Equal("a: |-\n  x\n", Formatted.Text("a: |-\n  x"));
        Assert.Equal("a: |+\n  x\n\n\n", Formatted.Text("a: |+\n  x\n\n\n"));
        Assert.Equal("a: |\n  x\n", Formatted.Text("a: |\n  x\n\n\n"));
    }

    [Fact]
    public void Scalars_of_several_lines_keep_their_meaning_and_what_is_lined_up() => Check(
        """
        services:
            web:
                command: run
                      --fast

                      --safe
                entrypoint: "a
                             b
                               c"
                environment:
                    - 'one
                      two'
        """,
        """
        services:
          web:
            command: run
              --fast

              --safe
            entrypoint: "a
                         b
                           c"
            environment:
              - 'one
                two'
        """);

    [Fact]
    public void Brackets_over_several_lines_are_indented_or_stay_lined_up() => Check(
        """
        services:
            web:
                command: [
                  "a",
                        "b" ,
                ]
                entrypoint: ["x",
                             "y"]
                healthcheck: {test: [
                        CMD,
                        # really
                    curl
                  ],
                     retries: 3
                  }
        """,
        """
        services:
          web:
            command: [
              "a",
              "b",
            ]
            entrypoint: ["x",
                         "y"]
            healthcheck: { test: [
              CMD,
              # really
              curl
              ],
              retries: 3
              }
        """);

    [Fact]
    public void Comments_go_with_what_they_belong_to() => Check(
        """
          # The file.
        services:
            # The web.
            web:
                image: a  # beside
                          # and below
                # image: b
            # Between.

                # environment:
                #     - A=b
            db:
                ports:
                    - 80
                    # - 81
              # Off by some.
        # At the start.
                image: c
            # cache:
            #     image: redis
        # The end.
        """,
        """
        # The file.
        services:
          # The web.
          web:
            image: a  # beside
                      # and below
            # image: b
          # Between.

            # environment:
            #     - A=b
          db:
            ports:
              - 80
              # - 81
            # Off by some.
            # At the start.
            image: c
          # cache:
          #     image: redis
        # The end.
        """);

    [Fact]
    public void Lines_commented_out_at_their_very_start_stay_there_so_that_they_can_be_taken_back() => Check(
        """
        services:
            web:
                image: a
        # For tests:
        #        ports:
        #            - 80
                user: root
        ##  Not this one.
        # And this?
        """,
        """
        services:
          web:
            image: a
        # For tests:
        #        ports:
        #            - 80
            user: root
        ##  Not this one.
        # And this?
        """);

    [Fact]
    public void Anchors_aliases_tags_and_merge_keys_stay() => Check(
        """
        x-a:   &a
            image: nginx
        x-b: &b !!map
            <<:   *a
        services:
            web:
                <<: [ *a,*b ]
                ports: !reset []
                links: !override
                    - db
                &k key: *a
        """,
        """
        x-a: &a
          image: nginx
        x-b: &b !!map
          <<: *a
        services:
          web:
            <<: [*a, *b]
            ports: !reset []
            links: !override
              - db
            &k key: *a
        """);

    [Theory]
    [InlineData("a:   0x1F\n", "a: 0x1F\n")]
    [InlineData("a:   1e3\n", "a: 1e3\n")]
    [InlineData("a:   9007199254740993000\n", "a: 9007199254740993000\n")]
    [InlineData("a:   0o17\n", "a: 0o17\n")]
    [InlineData("a:   22:22\n", "a: 22:22\n")]
    [InlineData("a:   \n", "a:\n")]
    [InlineData("a:   ~\n", "a: ~\n")]
    [InlineData("volumes:\n    data:\n    other:\n", "volumes:\n  data:\n  other:\n")]
    [InlineData("a: >\n  folded   text\n  that is   not wrapped anew, however long the line gets, and however often somebody presses the key\n", "a: >\n  folded   text\n  that is   not wrapped anew, however long the line gets, and however often somebody presses the key\n")]
    [InlineData("a: 'it''s'\nb:   \"\\u0041\"\n", "a: 'it''s'\nb: \"\\u0041\"\n")]
    [InlineData("a: yes   # on its own line? no\n", "a: yes   # on its own line? no\n")]
    public void Values_are_never_written_anew(string text, string expected) => Check(text, expected);

    [Fact]
    public void Line_breaks_byte_order_mark_and_characters_beyond_stay() =>
        Assert.Equal("\uFEFFa:\r\n  b: \"🐳\" # ñ\r\n  c:\r\n    - д\r\n", Formatted.Check("\uFEFFa:\r\n      b:   \"🐳\" # ñ  \r\n      c:\r\n        -  д", FormatOptions.Default, ""));

    [Fact]
    public void Documents_keep_their_markers() =>
        Check("%YAML 1.2\n---\n# one\na:\n    b: 1\n...\n---\na:\n    b: 2\n---\n", "%YAML 1.2\n---\n# one\na:\n  b: 1\n...\n---\na:\n  b: 2\n---\n");

    [Fact]
    public void Files_of_the_first_format_are_laid_out_too() =>
        Check("web:\n    image: a\n    links:\n    - db\n", "web:\n  image: a\n  links:\n  - db\n");

    [Fact]
    public void A_broken_service_is_left_alone_and_the_others_are_laid_out() => Check(
        """
        services:
          web:
              image:   a
          broken:
              image: "a
              ports: [ 80
          db:
              image:   b
              #  c
        volumes:
            data:
        """,
        """
        services:
          web:
            image: a
          broken:
              image: "a
              ports: [ 80
          db:
            image: b
            #  c
        volumes:
          data:
        """);

    [Fact]
    public void Notations_that_are_rare_are_left_alone() =>
        Check("a:\n  ?   x\n  :   y\nb:\n    c:   d\n", "a:\n  ?   x\n  :   y\nb:\n  c: d\n");

    [Fact]
    public void Only_what_is_in_the_range_changes_and_blocks_move_as_a_whole()
    {
        Assert.Equal(
            "services:\n    web:\n      image: a\n      ports: [1, 2]\n    db:\n        image:   b\n",
            Formatted.Range("services:\n    web:\n<[        image:   a\n        ports: [1,2]\n]>    db:\n        image:   b\n"));
        Assert.Equal(
            "services:\n    web:\n        image: a\n        ports: [1,2]\n",
            Formatted.Range("services:\n    web:\n<[        image:   a\n]>        ports: [1,2]\n"));
        Assert.Equal("a: 1\nb: 2  \n", Formatted.Range("<[a:   1  \n]>b: 2  \n"));
        Assert.Equal("a:   1\nb: 2\n", Formatted.Range("a:   1\nb: <[  ]>2\n"));
    }

    private static void Check(string text, string expected, FormatOptions? options = null)
    {
        static string Whole(string lines) => lines.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        Assert.Equal(Whole(expected), Formatted.Check(Whole(text), options ?? FormatOptions.Default, "").ReplaceLineEndings("\n"));
    }
}
