using LspCompose.Analysis.Formatting;

namespace LspCompose.Analysis.Tests.Formatting;

/// <summary>Sorting the keys of services, which is off unless asked for.</summary>
public class KeyOrderTests
{
    private static readonly FormatOptions Conventional = new() { KeyOrder = ServiceKeyOrder.Conventional };

    [Fact]
    public void Keys_move_with_their_comments_and_blank_lines_stay() => Assert.Equal(
        """
        services:
          web:
            # What it is.
            image: nginx # stable
            environment:
              A: b
              # C: d

            # Reachable from
            # outside.
            ports:
              - 80
            unheard_of: 1
            x-note: y
            # labels: []
          db:
            image: db
        """,
        Sort(
            """
            services:
              web:
                x-note: y
                # Reachable from
                # outside.
                ports:
                - 80

                environment:
                    A: b
                    # C: d
                unheard_of:   1
                # What it is.
                image: nginx # stable
                # labels: []
              db:
                image: db
            """,
            Conventional with { SequenceStyle = SequenceStyle.Indented, InsertFinalNewline = false }));

    [Theory]
    [InlineData("services:\n  web:\n    ports: &p [80]\n    expose: *p\n    image: a\n")]
    [InlineData("services:\n  web:\n    ports: [80]\n    image: a\n    ports: [81]\n")]
    [InlineData("services:\n  web: { ports: [80], image: a }\n")]
    [InlineData("services:\n  web:\n    ports: \"80\n    image: a\n")]
    [InlineData("services:\n  web:\n    image: a\n    ports: [80]\nx-a:\n  ports: []\n  image: b\n")]
    public void The_order_stays(string text) => Assert.Equal(text, Sort(text, Conventional));

    [Fact]
    public void Anchors_stay_before_their_aliases() => Assert.Equal(
        "services:\n  a:\n    image: a\n    ports: &p [80]\n  b:\n    image: b\n    ports: *p\n",
        Sort("services:\n  a:\n    ports: &p [80]\n    image: a\n  b:\n    ports: *p\n    image: b\n", Conventional));

    [Fact]
    public void The_last_line_may_lack_its_line_break() => Assert.Equal(
        "web:\n  image: a\n  ports: [80]",
        Sort("web:\n  ports: [80]\n  image: a", Conventional with { InsertFinalNewline = false }));

    [Fact]
    public void Only_services_in_the_range_are_sorted() => Assert.Equal(
        "services:\n  a:\n    image: a\n    ports: [80]\n  b:\n    ports: [80]\n    image: b\n",
        Formatted.Range("services:\n  a:\n<[    ports:   [80]\n    image: a\n]>  b:\n    ports: [80]\n    image: b\n", Conventional));

    [Fact]
    public void Real_files_say_the_same()
    {
        foreach (var path in Directory.EnumerateFiles(SharedData.Find("corpus"), "*.y*ml").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path);
            var sorted = Formatted.Text(text, Conventional);
            Assert.Equal(Lines(text), Lines(sorted));
            Assert.True(Formatted.Edits(sorted, Conventional).Count == 0, path);
        }
    }

    private static string Sort(string text, FormatOptions options) => Formatted.Text(text, options);

    /// <summary>All that stands in a text whatever its layout and the order of its lines.</summary>
    private static IEnumerable<string> Lines(string text) => Formatted.Content(text).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Order(StringComparer.Ordinal);
}
