using LspCompose.Analysis.Features;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Features;

/// <summary>The tree of a document: one line an item, as <c>Kind name: detail</c>, indented by its depth.</summary>
public class OutlineTests
{
    [Fact]
    public void Everything_in_a_file_is_in_its_outline() => Check(
        """
        version: "3"
        services:
          web:
            image: nginx:1.27
            links: [db]
            build:
              args:
                DEBUG: 1
            ports:
              - "80:80"
              - target: 443
                published: 8443
            environment:
              - A=b
            init: true
            command:
          db:
            build: ./db
        networks:
          front: {driver: bridge}
          back: {external: true}
        secrets:
          key: {file: ./key.txt}
        """,
        """
        Text version: 3 (deprecated)
        Section services
          Service web: nginx:1.27
            Text image: nginx:1.27
            List links (deprecated)
              Text db
            Mapping build
              Mapping args
                Number DEBUG: 1
            List ports
              Text 80:80
              Mapping 443: 8443
                Number target: 443
                Number published: 8443
            List environment
              Text A=b
            Boolean init: true
            Null command
          Service db: build: ./db
            Text build: ./db
        Section networks
          Network front: bridge
            Text driver: bridge
          Network back: external
            Boolean external: true
        Section secrets
          Secret key: ./key.txt
            Text file: ./key.txt
        """);

    [Fact]
    public void Services_of_the_first_format_stand_at_the_root() => Check(
        "web:\n  image: nginx\n  links:\n    - db\ndb:\n  image: postgres\n",
        """
        Service web: nginx
          Text image: nginx
          List links (deprecated)
            Text db
        Service db: postgres
          Text image: postgres
        """);

    [Fact]
    public void What_is_merged_in_counts_for_the_detail_and_aliases_show_their_anchor() => Check(
        "x-base: &base\n  image: nginx\nservices:\n  web:\n    <<: *base\n",
        """
        Section x-base
          Text image: nginx
        Section services
          Service web: nginx
            Text <<: *base
        """);

    [Fact]
    public void All_documents_of_a_file_are_in_it() => Check(
        "services:\n  a: {image: x}\n---\nservices:\n  b:\n    image: y\n",
        """
        Section services
          Service a: x
            Text image: x
        Section services
          Service b: y
            Text image: y
        """);

    [Fact]
    public void Keys_and_items_without_a_text_have_a_name_all_the_same() => Check(
        "services:\n  '':\n    command: [\"\", [a], {}, {b: c}, null]\n",
        """
        Section services
          Service ?
            List command
              Text null
              List []
                Text a
              Mapping {}
              Mapping b
                Text b: c
              Null null
        """);

    [Fact]
    public void What_is_written_on_several_lines_shows_its_first_one() => Check(
        "services:\n  web:\n    command: |\n      one\n      two\n",
        """
        Section services
          Service web
            Text command: one …
        """);

    [Fact]
    public void A_broken_file_has_an_outline_of_what_is_sound() => Check(
        "services:\n  web:\n    image: nginx\n    ports: [\"80:80\"\n  db:\n    image: postgres\n    dep\n",
        """
        Section services
          Service web: nginx
            Text image: nginx
            List ports
              Text 80:80
          Service db: postgres
            Text image: postgres
            Null dep
        """);

    [Fact]
    public void Names_lie_within_their_items_and_items_within_those_around_them()
    {
        const string Text = "services:\r\n  \"wéb\": &a !x\r\n    ports:\r\n      - target: 80\r\n      -\r\n      - [a, {b: c}]\r\n    key\r\n---\r\n- {name: x}\r\n";
        foreach (var item in Of(Text))
        {
            CheckSpans(item, new TextSpan(0, Text.Length));
        }
    }

    [Fact]
    public void However_deep_a_file_is_the_outline_ends_somewhere() =>
        Assert.Single(Of(string.Concat(Enumerable.Range(0, 150).Select(depth => $"{new string(' ', depth)}a:\n"))));

    private static void CheckSpans(OutlineItem item, TextSpan around)
    {
        Assert.True(around.Contains(item.Span), $"{item.Name} {item.Span} in {around}");
        Assert.True(item.Span.Contains(item.NameSpan), $"{item.Name} {item.NameSpan} in {item.Span}");
        foreach (var child in item.Children)
        {
            CheckSpans(child, item.Span);
        }
    }

    private static IReadOnlyList<OutlineItem> Of(string text) => Outline.Of(Workspace.Empty.WithFile("f", SourceText.From(text)), "f", TestContext.Current.CancellationToken);

    private static void Check(string text, string expected) => Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join('\n', Of(text).SelectMany(item => Lines(item, ""))));

    private static IEnumerable<string> Lines(OutlineItem item, string indent) =>
        item.Children.SelectMany(child => Lines(child, indent + "  ")).Prepend($"{indent}{item.Kind} {item.Name}{(item.Detail is null ? "" : $": {item.Detail}")}{(item.IsDeprecated ? " (deprecated)" : "")}");
}
