using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Projects.Output;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Projects.Output;

public sealed class ModelWriterTests
{
    [Fact]
    public void Yaml_is_laid_out_as_compose_does()
    {
        var model = Map(
            ("services", Map(
                ("web", Map(
                    ("ports", List(Map(("published", "8080"), ("target", 80L), ("mode", "ingress"), ("protocol", "tcp")))),
                    ("command", List("serve", "--all")),
                    ("image", "nginx:1.27"),
                    ("networks", Map(("default", (object?)null))),
                    ("environment", Map(("B", "yes"), ("A", "two\nlines\n"))),
                    ("profiles", List("web")))),
                ("db", Map(("image", "postgres"), ("labels", Map()), ("cpus", 0.5), ("init", true))))),
            ("x-more", Map(("z", 1L))),
            ("networks", Map(("default", Map(("name", "app_default"))))),
            ("name", "app"));

        Assert.Equal(
            """
            name: app
            services:
              db:
                cpus: 0.5
                image: postgres
                init: true
                labels: {}
              web:
                profiles:
                  - web
                command:
                  - serve
                  - --all
                environment:
                  A: |
                    two
                    lines
                  B: "yes"
                image: nginx:1.27
                networks:
                  default: null
                ports:
                  - mode: ingress
                    target: 80
                    published: "8080"
                    protocol: tcp
            networks:
              default:
                name: app_default
            x-more:
              z: 1

            """,
            ModelYaml.Write(model));
    }

    [Theory]
    [InlineData("plain text")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("on")]
    [InlineData("~")]
    [InlineData("0x1F")]
    [InlineData("0755")]
    [InlineData("1_000")]
    [InlineData("1e3")]
    [InlineData("22:22")]
    [InlineData("3.8")]
    [InlineData("-.inf")]
    [InlineData("2024-01-31")]
    [InlineData("a: b")]
    [InlineData("a #b")]
    [InlineData("#a")]
    [InlineData("- a")]
    [InlineData("*a")]
    [InlineData("'quoted' \"twice\"")]
    [InlineData("tab\there")]
    [InlineData(" leading")]
    [InlineData("trailing ")]
    [InlineData("\nleading line break")]
    [InlineData("a\n\n  b \n")]
    [InlineData("é ☃ 🐳")]
    [InlineData("bell\u0007")]
    [InlineData("a very long text that goes on and on, beyond any width at which a writer might be tempted to break the line in two or in three, or even in four parts")]
    public void Text_means_itself_when_read_again(string text)
    {
        var yaml = ModelYaml.Write(Map(("a", text), ("b", List(text)), (text.Length == 0 ? "c" : text, Map((text, 1L)))));
        var tree = YamlSyntaxTree.Parse(SourceText.From(yaml));

        Assert.Empty(tree.Errors);
        var root = Assert.IsType<YamlNode>(Assert.Single(tree.Documents).Root);
        var value = root.Entries.First(entry => entry.Name == "a").Value;
        Assert.Equal(text, value.Value);
        Assert.Equal(text, root.Entries.First(entry => entry.Name == "b").Value.Items[0].Value.Value);
        Assert.Contains(root.Entries, entry => entry.Name == (text.Length == 0 ? "c" : text));
    }

    [Theory]
    [InlineData("on")]
    [InlineData("No")]
    [InlineData("y")]
    [InlineData("null")]
    [InlineData("12")]
    [InlineData("+1.5")]
    [InlineData("0o17")]
    [InlineData("1:30")]
    [InlineData("2024-01-31T10:00:00Z")]
    [InlineData("<<")]
    public void Text_that_looks_like_something_else_is_quoted(string text) => Assert.Equal($"a: \"{text}\"\n", ModelYaml.Write(Map(("a", text))));

    [Theory]
    [InlineData("12s")]
    [InlineData("1.2.3")]
    [InlineData("nginx")]
    [InlineData("2024-01")]
    [InlineData("onward")]
    [InlineData("127.0.0.1:80")]
    public void Other_text_is_not(string text) => Assert.Equal($"a: {text}\n", ModelYaml.Write(Map(("a", text))));

    [Fact]
    public void A_dollar_sign_is_doubled_so_that_it_stays_one()
    {
        var model = Map(("a", "$HOME"), ("$k", "100$"));

        Assert.Equal("$$k: 100$$\na: $$HOME\n", ModelYaml.Write(model));
        Assert.Equal("{\n  \"$$k\": \"100$$\",\n  \"a\": \"$$HOME\"\n}\n", ModelJson.Write(model));
    }

    [Fact]
    public void Origins_are_comments_in_yaml()
    {
        var model = Map(("a", "x"), ("b", List("z", 1L)), ("c", Map()), ("d", "two\nlines"), ("e", Map(("f", List()))));

        Assert.Equal(
            """
            a: x # 1
            b:
              - z # 2
              - 1 # 3
            c: {} # 4
            d: "two\nlines" # 5
            e:
              f: [] # 6

            """,
            ModelYaml.Write(model, Numbered()));

        static Func<ConfigNode, string?> Numbered()
        {
            var numbers = new Dictionary<ConfigNode, int>();
            return node =>
            {
                numbers.TryAdd(node, numbers.Count + 1);
                return $"{numbers[node]}";
            };
        }
    }

    [Fact]
    public void Origins_are_an_extension_in_json()
    {
        var model = Map(("services", Map(("a/b", Map(("command", List("x")), ("image", "i"))))));

        Assert.Equal(
            """
            {
              "services": {
                "a/b": {
                  "command": [
                    "x"
                  ],
                  "image": "i"
                }
              },
              "x-sources": {
                "/services/a~1b/command/0": {
                  "path": "compose.yaml",
                  "line": 3
                },
                "/services/a~1b/image": {
                  "path": "compose.yaml",
                  "line": 3
                }
              }
            }

            """,
            ModelJson.Write(model, _ => ("compose.yaml", 3)));
    }

    [Fact]
    public void Json_keeps_the_types() => Assert.Equal(
        "{\n  \"a\": 1,\n  \"b\": \"1\",\n  \"c\": 0.5,\n  \"d\": null,\n  \"e\": true,\n  \"f\": 18446744073709551615,\n  \"g\": [],\n  \"h\": {},\n  \"i\": \"é<&>\"\n}\n",
        ModelJson.Write(Map(("a", 1L), ("b", "1"), ("c", 0.5), ("d", (object?)null), ("e", true), ("f", ulong.MaxValue), ("g", List()), ("h", Map()), ("i", "é<&>"))));

    [Fact]
    public void Only_what_runs_is_printed()
    {
        var project = Sample("web", "db");

        var model = EffectiveModel.Of(project, [], out var unknown);

        Assert.Empty(unknown);
        Assert.Equal(["db", "web"], Keys(model.Get("services")).Order(StringComparer.Ordinal));
        Assert.Equal(["front"], Keys(model.Get("networks")));
        Assert.Equal(["data"], Keys(model.Get("volumes")));
        Assert.Equal(["build-key"], Keys(model.Get("secrets")));
        Assert.Null(model.Get("configs"));
        Assert.Null(model.Get("version"));
        Assert.Equal(["db"], Keys(((model.Get("services") as ConfigMapping)?.Get("web") as ConfigMapping)?.Get("depends_on")));
    }

    [Fact]
    public void Named_services_come_with_what_they_depend_on()
    {
        var project = Sample("web", "db");

        Assert.Equal(["db"], Keys(EffectiveModel.Of(project, ["db"], out _).Get("services")));
        Assert.Equal(["web", "db"], Keys(EffectiveModel.Of(project, ["web"], out _).Get("services")));
        Assert.Equal(["debug"], Keys(EffectiveModel.Of(project, ["debug"], out _).Get("services")));
    }

    [Fact]
    public void A_service_that_is_not_there_is_told_with_the_nearest_name()
    {
        EffectiveModel.Of(Sample("web", "db"), ["wep", "nothing-like-it"], out var unknown);

        Assert.Equal([("wep", "web"), ("nothing-like-it", null)], unknown);
    }

    private static Project Sample(params string[] active) => new(new ProjectRequest { Files = [], Directory = "" })
    {
        Model = Map(
            ("version", "3"),
            ("services", Map(
                ("web", Map(
                    ("networks", Map(("front", (object?)null))),
                    ("build", Map(("secrets", List(Map(("source", "build-key")))))),
                    ("depends_on", Map(("db", Map()), ("debug", Map(("required", false))))))),
                ("db", Map(("volumes", List(Map(("type", "volume"), ("source", "data")), Map(("type", "bind"), ("source", "spare")))))),
                ("debug", Map(("configs", List(Map(("source", "settings")))))))),
            ("networks", Map(("front", Map()), ("back", Map()))),
            ("volumes", Map(("data", Map()), ("spare", Map()))),
            ("secrets", Map(("build-key", Map()), ("other", Map()))),
            ("configs", Map(("settings", Map())))),
        Name = "app",
        ActiveServices = new HashSet<string>(active),
        Problems = [],
        Paths = new HashSet<string>(),
        ComposePaths = new HashSet<string>(),
        Unread = new HashSet<string>(),
    };

    private static IEnumerable<string> Keys(ConfigNode? node) => Assert.IsType<ConfigMapping>(node).Entries.Select(entry => entry.Key);

    private static ConfigMapping Map(params (string Key, object? Value)[] entries) =>
        new(default, entries.Select(entry => new ConfigEntry(entry.Key, default, Node(entry.Value))));

    private static ConfigSequence List(params object?[] items) => new(default, items.Select(Node));

    private static ConfigNode Node(object? value) => value as ConfigNode ?? new ConfigScalar(default, value);
}
