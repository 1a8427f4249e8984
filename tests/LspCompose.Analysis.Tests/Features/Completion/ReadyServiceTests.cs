using LspCompose.Analysis.Features.Completion;
using LspCompose.Analysis.Images;

namespace LspCompose.Analysis.Tests.Features.Completion;

/// <summary>Services ready to use, among the names of services.</summary>
public sealed class ReadyServiceTests
{
    public static TheoryData<string> Names => [.. ImageCatalogue.All.Select(image => image.Service?.Name).OfType<string>()];

    [Fact]
    public void A_ready_service_brings_its_volume_along() =>
        Assert.Equal(
            """
            services:
              postgres:
                image: postgres:17
                restart: unless-stopped
                environment:
                  POSTGRES_DB: app
                  POSTGRES_USER: app
                  POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?Set POSTGRES_PASSWORD in .env}
                volumes:
                  - postgres-data:/var/lib/postgresql/data
                healthcheck:
                  test: ["CMD-SHELL", 'pg_isready -h 127.0.0.1 -U "$${POSTGRES_USER:-postgres}"']
                  interval: 10s
                  timeout: 5s
                  retries: 5
                  start_period: 30s
            volumes:
              postgres-data:

            """.ReplaceLineEndings("\n"),
            Offers.At("services:\n  po<|>\n").Taken("postgres"));

    [Fact]
    public void An_editor_with_snippets_goes_through_it()
    {
        var item = Offers.At("services:\n  <|>\n", Offers.Snippets).Item("postgres");

        Assert.StartsWith("postgres:\n    image: postgres:${1:17}\n    restart: unless-stopped\n", item.InsertText, StringComparison.Ordinal);
        Assert.Contains(@"POSTGRES_PASSWORD: \${POSTGRES_PASSWORD:?Set POSTGRES_PASSWORD in .env\}", item.InsertText, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_wrong_with_it(string name)
    {
        foreach (var marked in new[] { "services:\n  <|>\n", "services:\n    <|>", "services:\n  <|>\n\nnetworks:\n  default:\n", "volumes:\n  other:\nservices:\n  web:\n    image: x\n    volumes: [\"other:/x\"]\n  <|>\n", "services:\r\n  <|>\r\n" })
        {
            foreach (var client in new[] { CompletionClient.Plain, Offers.Snippets })
            {
                var text = Offers.At(marked, client).Taken(name);
                if (client.TakesSnippets)
                {
                    text = SnippetText.Plain(text);
                }

                Assert.Equal(marked.Contains('\r'), text.Contains('\r'));
                var findings = Markers.FindInProject(AnalysisSettings.Default, "/p/compose.yaml", ("/p/compose.yaml", text), ("/p/.env", Variables(text)));
                Assert.True(findings.Count == 0, $"{string.Join('\n', findings.Select(finding => finding.Message))}\n{text}");
                Assert.Contains(name == "memcached" || name == "adminer" || name == "nginx" ? "healthcheck" : $"{name}-", text, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("services:\n  postgres:\n    image: x\n  <|>\n")]
    [InlineData("services: {<|>}\n")]
    [InlineData("networks:\n  <|>\n")]
    [InlineData("services:\n  web:\n    <|>\n")]
    public void It_is_not_offered_where_it_cannot_be(string marked) => Assert.DoesNotContain("postgres", Offers.At(marked).Labels.Split(' '));

    [Fact]
    public void It_is_offered_in_a_broken_file() =>
        Assert.Contains("\n  redis:\n    image: redis:8-alpine\n", Offers.At("services:\n  bad:\n    image: \"x\n  re<|>\n").Taken("redis"), StringComparison.Ordinal);

    // What the service asks for has been set.
    private static string Variables(string text) => string.Concat(text.Split("${").Skip(1).Select(part => part.Split(':')[0]).Where(name => name.Length > 0 && name != "POSTGRES_USER").Select(name => $"{name}=Some-Secret-1\n"));
}
