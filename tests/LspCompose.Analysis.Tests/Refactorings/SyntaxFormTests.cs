namespace LspCompose.Analysis.Tests.Refactorings;

public sealed class SyntaxFormTests
{
    [Theory]
    [InlineData("- <|>\"8080:80\" # web", "- target: 80 # web\n        published: \"8080\"")]
    [InlineData("- 127.0.0.1:53:53/<|>udp", "- host_ip: 127.0.0.1\n        target: 53\n        published: \"53\"\n        protocol: udp")]
    [InlineData("- \"<|>80\"", "- target: 80")]
    [InlineData("- <|>'[::1]:9000-9001:80'", "- host_ip: \"::1\"\n        target: 80\n        published: \"9000-9001\"")]
    [InlineData("- 8<|>000-8001:80-81", "- target: 80\n        published: \"8000\"\n      - target: 81\n        published: \"8001\"")]
    [InlineData("- \"${PORT:-8080}:8<|>0\"", "- target: 80\n        published: \"${PORT:-8080}\"")]
    public void A_port_is_written_in_long_syntax(string before, string after) => Assert.Equal(
        $"services:\n  web:\n    image: nginx\n    ports:\n      {after}\n",
        Refactored.Apply($"services:\n  web:\n    image: nginx\n    ports:\n      {before}\n", "Convert this port to long syntax"));

    [Fact]
    public void All_items_are_converted_from_the_key() => Assert.Equal(
        "services:\r\n  web:\r\n    ports:\r\n    - target: 80 # a\r\n    # b\r\n    - target: 82\r\n      published: \"81\"",
        Refactored.Apply("services:\r\n  web:\r\n    po<|>rts:\r\n    - 80 # a\r\n    # b\r\n    - 81:82", "Convert 'ports' to long syntax"));

    [Theory]
    [InlineData("- ./data:/data:<|>ro,z", "- type: bind\n        source: ./data\n        target: /data\n        read_only: true\n        bind:\n          create_host_path: true\n          selinux: z")]
    [InlineData("- da<|>ta:/data:nocopy", "- type: volume\n        source: data\n        target: /data\n        volume:\n          nocopy: true")]
    [InlineData("- ./${DIR}/a:/<|>a", "- type: bind\n        source: ./${DIR}/a\n        target: /a\n        bind:\n          create_host_path: true")]
    public void A_volume_is_written_in_long_syntax(string before, string after)
    {
        var text = $"services:\n  web:\n    image: nginx\n    volumes:\n      {before}\n";
        Assert.Equal($"services:\n  web:\n    image: nginx\n    volumes:\n      {after}\n", Refactored.Apply(text, "Convert this volume to long syntax"));
    }

    [Fact]
    public void A_long_bind_is_written_in_short_syntax() => Assert.Equal(
        "services:\n  web:\n    volumes:\n      - ./a:/a:ro\n      - type: tmpfs\n        target: /b\n",
        Refactored.Apply("services:\n  web:\n    volumes:\n      - type: bind\n        sou<|>rce: ./a\n        target: /a\n        read_only: true\n      - type: tmpfs\n        target: /b\n", "Convert this volume to short syntax"));

    [Theory]
    [InlineData("- type: bind\n        source: ./a\n        target: <|>/a\n        bind:\n          create_host_path: false")]
    [InlineData("- type: volume\n        source: ./a\n        target: <|>/a")]
    [InlineData("- type: volume\n        source: a\n        target: <|>/a\n        volume:\n          subpath: b")]
    [InlineData("- type: volume\n        source: a # which\n        target: <|>/a")]
    public void What_the_short_syntax_cannot_say_stays_long(string item) =>
        Assert.DoesNotContain(Refactored.Titles($"services:\n  web:\n    volumes:\n      {item}\n"), title => title.Contains("short syntax", StringComparison.Ordinal));

    [Fact]
    public void Dependencies_become_a_mapping_and_a_list_again()
    {
        const string list = "services:\n  web:\n    depends_on:\n    - db # first\n    # then\n    - cache\n    image: x\n  db: {image: x}\n  cache: {image: x}\n";
        const string mapping = "services:\n  web:\n    depends_on:\n      db: # first\n        condition: service_started\n      # then\n      cache:\n        condition: service_started\n    image: x\n  db: {image: x}\n  cache: {image: x}\n";
        Assert.Equal(mapping, Refactored.Apply(list.Replace("- db", "- <|>db", StringComparison.Ordinal), "Convert 'depends_on' to long syntax"));
        Assert.Equal(
            "services:\n  web:\n    depends_on: [db]\n    image: x\n  db: {image: x}\n",
            Refactored.Apply("services:\n  web:\n    depends_on: {db: {condition: <|>service_started}}\n    image: x\n  db: {image: x}\n", "Convert 'depends_on' to short syntax"));
        Assert.DoesNotContain(Refactored.Titles("services:\n  web:\n    depends_on: {db: {condition: <|>service_healthy}}\n    image: x\n  db: {image: x}\n"), title => title.Contains("short", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("    build: <|>./app # c\n", "    build: # c\n      context: ./app\n", "Convert 'build' to long syntax")]
    [InlineData("    build:\n      con<|>text: ./app # c\n", "    build: ./app # c\n", "Convert 'build' to short syntax")]
    [InlineData("    env_file: <|>a.env\n", "    env_file:\n      - path: a.env\n        required: true\n", "Convert 'env_file' to long syntax")]
    [InlineData("    env_file: [<|>a.env]\n", "    env_file: [{path: a.env, required: true}]\n", "Convert this file to long syntax")]
    [InlineData("    secrets:\n      - <|>s\n", "    secrets:\n      - source: s\n", "Convert this secret to long syntax")]
    [InlineData("    configs:\n      - source: <|>s\n", "    configs:\n      - s\n", "Convert this config to short syntax")]
    [InlineData("    networks: [<|>a]\n", "    networks: {a: null}\n", "Convert 'networks' to long syntax")]
    [InlineData("    extends: <|>a\n", "    extends:\n      service: a\n", "Convert 'extends' to long syntax")]
    public void Other_attributes_have_two_forms_too(string before, string after, string title) => Assert.Equal(
        $"services:\n  web:\n    image: x\n{after}  a: {{image: x}}\nsecrets: {{s: {{file: s}}}}\nconfigs: {{s: {{file: s}}}}\nnetworks: {{a: }}\n",
        Refactored.Apply($"services:\n  web:\n    image: x\n{before}  a: {{image: x}}\nsecrets: {{s: {{file: s}}}}\nconfigs: {{s: {{file: s}}}}\nnetworks: {{a: }}\n", title));

    [Fact]
    public void Elsewhere_in_a_broken_file_it_still_works_and_in_the_broken_service_it_does_not()
    {
        const string text = "services:\n  web:\n    ports: [80\n    image: x\n  db:\n    ports:\n      - 5432\n";
        Assert.Equal(text.Replace("- 5432", "- target: 5432", StringComparison.Ordinal), Refactored.Apply(text.Replace("5432", "54<|>32", StringComparison.Ordinal), "Convert this port to long syntax"));
        Assert.Empty(Refactored.Titles(text.Replace("[80", "[8<|>0", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("services:\n<|>\n  web:\n    image: x\n")]
    [InlineData("services:\n  web: # a <|>comment\n    image: x\n")]
    [InlineData("services:\n  web:\n  <|>  image: x\n")]
    public void Nothing_is_offered_on_blanks_and_in_comments(string text) => Assert.Empty(Refactored.Titles(text));

    [Fact]
    public void The_first_format_knows_no_long_syntax() =>
        Assert.DoesNotContain(Refactored.Titles("web:\n  image: x\n  ports:\n    - <|>80\n"), title => title.Contains("long syntax", StringComparison.Ordinal));
}
