using LspCompose.Analysis.Tests.Projects;

namespace LspCompose.Analysis.Tests.Rules;

public class UnusedDeclarationTests
{
    [Fact]
    public void What_no_service_uses_is_marked_at_its_name() => Markers.Check(
        """
        services:
          web:
            image: nginx
            networks: [front]
            volumes:
              - html:/usr/share/nginx/html:ro
              - ./logs:/var/log/nginx
            configs: [site]
            secrets:
              - source: key
            models: [llm]
        networks:
          front:
          back: {driver: bridge}
        # ^^^^ unused-network No service uses network 'back'.
        volumes:
          html:
          logs:
        # ^^^^ unused-volume No service uses volume 'logs'.
        configs:
          site: {content: a}
          other: {content: b}
        # ^^^^^ unused-config No service uses config 'other'.
        secrets:
          key: {environment: KEY}
          "old-key":
        # ^^^^^^^^^ unused-secret No service uses secret 'old-key'.
            environment: OLD
        models:
          llm: {model: ai/a}
          big: {model: ai/b}
        # ^^^ unused-model No service uses model 'big'.
        """);

    [Theory]
    [InlineData("services:\n  a: {image: x, profiles: [test], networks: [n]}\nnetworks:\n  n:\n")]
    [InlineData("services:\n  a: {image: x, networks: {n: {aliases: [b]}}}\nnetworks:\n  n:\n")]
    [InlineData("services:\n  a: {image: x}\nnetworks:\n  default: {name: shared, external: true}\n")]
    [InlineData("services:\n  a: {build: {context: ., network: lan}}\nnetworks:\n  n: {name: lan}\n")]
    [InlineData("services:\n  a: {image: x, network_mode: lan}\nnetworks:\n  n: {name: lan}\n")]
    [InlineData("services:\n  a: {image: x, volumes: [{type: volume, source: vol, target: /v}]}\nvolumes:\n  vol:\n")]
    [InlineData("services:\n  a: {image: x, volumes: ['vol:/v']}\n  b: {image: x, volumes_from: [a]}\nvolumes:\n  vol:\n")]
    [InlineData("x-t: &t\n  volumes: ['vol:/v']\nservices:\n  a: {image: x, <<: *t}\nvolumes:\n  vol:\n")]
    [InlineData("services:\n  a: {build: {context: ., secrets: [s]}}\nsecrets:\n  s: {environment: S}\n")]
    [InlineData("services:\n  a: {image: x, credential_spec: {config: c}}\nconfigs:\n  c: {content: x}\n")]
    [InlineData("services:\n  a: {image: x}\nvolumes:\n  x-common: {driver: local}\n")]
    public void What_is_used_is_not(string text) =>
        Assert.DoesNotContain(Markers.Find(text), finding => finding.Rule.Id.StartsWith("unused-", StringComparison.Ordinal));

    [Theory]
    [InlineData("volumes:\n  vol:\n", "compose.yaml")]
    [InlineData("services: {}\nvolumes:\n  vol:\n", "compose.yaml")]
    [InlineData("services:\n  a: {image: x}\nvolumes:\n  vol:\n", "compose.override.yaml")]
    [InlineData("services:\n  a: {image: x}\nvolumes:\n  vol: !reset null\n", "compose.yaml")]
    [InlineData("services:\n  a: {image: x, volumes: ['${V:-www}:/v']}\nvolumes:\n  vol:\n  www:\n", "compose.yaml")]
    [InlineData("services:\n  a: {image: x, networks: ['${N:-m}']}\nnetworks:\n  m:\n  n:\n", "compose.yaml")]
    [InlineData("services:\n  a: {image: x, networks: ['$N']}\nnetworks:\n  n:\n", "compose.yaml")]
    [InlineData("services:\n  a: {image: x, networks: [nn]}\nnetworks:\n  n:\n", "compose.yaml")]
    [InlineData("services:\n  a: {extends: {file: other.yaml, service: b}}\nnetworks:\n  n:\n", "compose.yaml")]
    [InlineData("include: [oci://example.com/other]\nservices:\n  a: {image: x}\nvolumes:\n  vol:\n", "compose.yaml")]
    public void What_may_be_used_elsewhere_is_not(string text, string path) => Assert.DoesNotContain(Markers.Find(text, path), finding => finding.Rule.Id.StartsWith("unused-", StringComparison.Ordinal));

    [Fact]
    public void A_broken_file_is_not_judged() => Assert.DoesNotContain(
        Markers.Find("services:\n  a:\n    image: x\n    volumes: [\"vol:/v\nvolumes:\n  vol:\n"), finding => finding.Rule.Id.StartsWith("unused-", StringComparison.Ordinal));

    [Fact]
    public void All_files_of_the_project_count()
    {
        var files = new MemoryFiles(
            ("/p/compose.yaml", "include: [part/part.yaml]\nservices:\n  a: {image: x}\nnetworks:\n  both:\n  part:\n  none:\n"),
            ("/p/compose.override.yaml", "services:\n  a: {networks: [both]}\nnetworks:\n  own:\n"),
            ("/p/part/part.yaml", "services:\n  b: {image: x, networks: [part]}\nnetworks:\n  part:\n  unused:\n"));
        var workspace = files.OpenAll("/p/compose.yaml", "/p/compose.override.yaml", "/p/part/part.yaml");

        Assert.Equal("none", Names("/p/compose.yaml"));
        Assert.Equal("own", Names("/p/compose.override.yaml"));

        // An included file may be one of several projects'.
        Assert.Equal("", Names("/p/part/part.yaml"));

        string Names(string path) => string.Join(' ', Markers.Find(workspace, path).Select(finding => workspace.FindComposeFile(path)?.Text.ToString(finding.Span)));
    }

    [Fact]
    public void Nothing_is_said_before_all_files_are_read()
    {
        var files = new MemoryFiles(
            ("/p/compose.yaml", "services:\n  a: {image: x}\nnetworks:\n  n:\n"),
            ("/p/compose.override.yaml", "services:\n  a: {networks: [n]}\n"));

        Assert.Empty(Markers.Find(files.Open("/p/compose.yaml"), "/p/compose.yaml"));
        Assert.Empty(Markers.Find(files.OpenAll("/p/compose.yaml"), "/p/compose.yaml"));
    }

    [Theory]
    [InlineData("services:\n  a: {image: x}\n\nvolumes:\n  vol:\n", "services:\n  a: {image: x}\n")]
    [InlineData("services:\n  a: {image: x}\n\nvolumes:\n  vol:", "services:\n  a: {image: x}")]
    [InlineData("services:\r\n  a: {image: x, volumes: ['www:/w']}\r\nvolumes:\r\n  vol:\r\n    driver: local\r\n  www:\r\n", "services:\r\n  a: {image: x, volumes: ['www:/w']}\r\nvolumes:\r\n  www:\r\n")]
    [InlineData("volumes:\n  vol:\n\nservices:\n  a: {image: x}\n", "services:\n  a: {image: x}\n")]
    [InlineData("# About\n\n# Data\nvolumes:\n  vol:\nservices:\n  a: {image: x}\n", "# About\nservices:\n  a: {image: x}\n")]
    [InlineData("# About\nvolumes:\n  vol:\nservices:\n  a: {image: x}\n", "# About\nservices:\n  a: {image: x}\n")]
    [InlineData("services:\n  a: {image: x, volumes: ['www:/w']}\nvolumes:\n  # The rest\n  www: # kept\n  # Of no use\n  vol: # not kept\n    driver: local\n    # name: v\n# End\n", "services:\n  a: {image: x, volumes: ['www:/w']}\nvolumes:\n  # The rest\n  www: # kept\n# End\n")]
    [InlineData("services:\n  a: {image: x, volumes: ['www:/w']}\nvolumes: {vol: , www: }\n", "services:\n  a: {image: x, volumes: ['www:/w']}\nvolumes: {www: }\n")]
    [InlineData("services:\n  a: {image: x, volumes: ['www:/w']}\nvolumes: {www: {}, vol: {}}\n", "services:\n  a: {image: x, volumes: ['www:/w']}\nvolumes: {www: {}}\n")]
    [InlineData("services:\n  a: {image: x}\nvolumes: {vol: }\n", "services:\n  a: {image: x}\n")]
    [InlineData("{services: {a: {image: x}}, volumes: {vol: {}}}\n", "{services: {a: {image: x}}}\n")]
    public void The_fix_removes_all_of_it(string text, string expected)
    {
        var finding = Assert.Single(Markers.Find(text));
        var fix = Assert.Single(finding.Fixes);

        Assert.Equal("Remove volume 'vol'", fix.Title);
        Assert.False(fix.IsSafe);
        Assert.Equal(expected, Edits.Apply(text, fix));
        Assert.Empty(Markers.Find(expected));
    }

    [Fact]
    public void What_holds_an_anchor_for_others_has_no_fix() =>
        Assert.Empty(Assert.Single(Markers.Find("volumes:\n  vol: &v\n    driver: local\n  www: *v\nservices:\n  a: {image: x, volumes: ['www:/w']}\n")).Fixes);
}
