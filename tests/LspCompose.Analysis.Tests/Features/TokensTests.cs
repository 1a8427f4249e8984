using LspCompose.Analysis.Features;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Features;

/// <summary>What is coloured by its meaning: <c>Kind name</c>, with <c>!</c> where it is defined and <c>~</c> where it is deprecated.</summary>
public class TokensTests
{
    [Fact]
    public void Names_are_coloured_where_they_are_defined_and_used() => Check(
        """
        services:
          web: &web
            image: nginx:${TAG:-1}
            depends_on: [db]
            networks: [back]
            volumes: ["data:/data", "./x:/x"]
            configs: [conf]
            secrets: [{source: key}]
            models: [llm]
            profiles: [dev]
          db: {image: postgres, network_mode: "service:web"}
          two: *web
        networks: {back: {}}
        volumes: {data: {}}
        configs: {conf: {content: x}}
        secrets: {key: {environment: KEY}}
        models: {llm: {model: ai/x}}
        """,
        "Service web!, Anchor web!, Variable TAG, Service db, Network back, Volume data, Config conf, Secret key, Model llm, Profile dev!, Service db!, Service web, Service two!, Anchor web, Network back!, Volume data!, Config conf!, Secret key!, Variable KEY, Model llm!");

    [Fact]
    public void Deprecated_keys_are_marked() => Check("version: '3'\nservices:\n  web: {image: x, links: [db]}\n  db: {image: y}\n", "Key version~, Service web!, Key links~, Service db, Service db!");

    [Fact]
    public void Other_languages_are_left_alone() => Check(
        """
        services:
          web:
            image: x
            command: wait-for db:5432 ${A}
            entrypoint: [sh, -c, "ping db $B"]
            healthcheck: {test: "curl db:80 ${C}"}
            build: {dockerfile_inline: "FROM x\nRUN ping ${D}", target: "${E}"}
            environment: {URL: "http://db:80"}
          db: {image: y}
        """,
        "Service web!, Variable E, Service db, Service db!");

    [Fact]
    public void The_first_format_is_coloured() => Check("web:\r\n  image: x\r\n  links: [db]\r\ndb: {image: $Ü}\r\n", "Service web!, Key links~, Service db, Service db!");

    [Fact]
    public void A_broken_file_is_coloured_as_far_as_it_is_sound() => Check(
        "services:\n  web:\n    image: ${A\n    depends_on: [db\n  db:\n    image: ${B}\n    dep\nnetworks:\n  back:\n",
        "Service web!, Service db, Service db!, Variable B, Network back!");

    private static void Check(string text, string expected)
    {
        var tokens = Tokens.Of(Workspace.Empty.WithFile("f", SourceText.From(text)), "f", TestContext.Current.CancellationToken);
        Assert.Equal(expected, string.Join(", ", tokens.Select(token => $"{token.Kind} {text[token.Span.Start..token.Span.End]}{(token.IsDeclaration ? "!" : "")}{(token.IsDeprecated ? "~" : "")}")));
        Assert.All(tokens.Zip(tokens.Skip(1)), pair => Assert.True(pair.First.Span.End <= pair.Second.Span.Start));
    }
}
