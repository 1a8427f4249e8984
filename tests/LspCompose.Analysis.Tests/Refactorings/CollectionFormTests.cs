namespace LspCompose.Analysis.Tests.Refactorings;

public sealed class CollectionFormTests
{
    [Fact]
    public void A_list_of_variables_becomes_a_mapping_with_the_quotes_its_values_need() => Assert.Equal(
        """
        services:
          web:
            environment:
              # plain
              A: text
              B: "1" # a number
              C: "yes"
              D: ""
              E:
              F: $HOME/x
              G: "a: b"
              H: 'say "hi"'

        """,
        Refactored.Apply(
            """
            services:
              web:
                environment:
                  # plain
                  - A=te<|>xt
                  - B=1 # a number
                  - C=yes
                  - D=
                  - E
                  - F=$HOME/x
                  - "G=a: b"
                  - 'H=say "hi"'

            """,
            "Convert 'environment' to a mapping"));

    [Fact]
    public void A_mapping_of_variables_becomes_a_list() => Assert.Equal(
        "services:\n  web:\n    environment:\n      - A=text\n      - B=1.5 # c\n      - C\n      - D=\n      - \"E=a: b\"\n      - F=0644\n",
        Refactored.Apply("services:\n  web:\n    environment:\n      A: text\n      <|>B: 1.50 # c\n      C:\n      D: \"\"\n      E: \"a: b\"\n      F: \"0644\"\n", "Convert 'environment' to a list"));

    [Theory]
    [InlineData("labels: [<|>a=b, c=1]", "labels: {a: b, c: \"1\"}", "Convert 'labels' to a mapping")]
    [InlineData("labels: {<|>a: b, c: 1}", "labels: [a=b, c=1]", "Convert 'labels' to a list")]
    [InlineData("extra_hosts: [\"<|>a:1.2.3.4\"]", "extra_hosts: {a: 1.2.3.4}", "Convert 'extra_hosts' to a mapping")]
    [InlineData("sysctls: [<|>net.core.somaxconn=1024]", "sysctls: {net.core.somaxconn: \"1024\"}", "Convert 'sysctls' to a mapping")]
    [InlineData("build: {context: ., args: [<|>A=b]}", "build: {context: ., args: {A: b}}", "Convert 'args' to a mapping")]
    public void In_brackets_as_well(string before, string after, string title) =>
        Assert.Equal($"services:\n  web: {{image: x, {after}}}\n", Refactored.Apply($"services:\n  web: {{image: x, {before}}}\n", title));

    [Theory]
    [InlineData("- <|>${NAME}=x")]
    [InlineData("- <|>A=x\n      - A=y")]
    [InlineData("- <|>&a A=x")]
    public void Not_where_a_mapping_could_not_say_it(string items) =>
        Assert.DoesNotContain("Convert 'environment' to a mapping", Refactored.Titles($"services:\n  web:\n    environment:\n      {items}\n"));

    [Theory]
    [InlineData("    dns: [<|>1.1.1.1, 8.8.8.8] # c\n", "    dns: # c\n      - 1.1.1.1\n      - 8.8.8.8\n", "Write 'dns' in block style")]
    [InlineData("    dns:\n      - <|>1.1.1.1\n      - 8.8.8.8 # c\n", "    dns: [1.1.1.1, 8.8.8.8] # c\n", "Write 'dns' in flow style")]
    [InlineData("    deploy: &d {<|>replicas: 2, labels: {a: b}}\n", "    deploy: &d\n      replicas: 2\n      labels: {a: b}\n", "Write 'deploy' in block style")]
    [InlineData("    deploy:\n      <|>replicas: 2\n      labels:\n        a: b, c\n", "    deploy: {replicas: 2, labels: {a: \"b, c\"}}\n", "Write 'deploy' in flow style")]
    [InlineData("    ports:\n      - {<|>target: 80, published: \"81\"}\n", "    ports:\n      - target: 80\n        published: \"81\"\n", "Write this item in block style")]
    [InlineData("    healthcheck:\n      test: [\n        CMD,\n        <|>true\n      ]\n", "    healthcheck:\n      test:\n        - CMD\n        - true\n", "Write 'test' in block style")]
    public void Brackets_and_lines(string before, string after, string title) => Assert.Equal(
        $"services:\n  web:\n    image: x\n{after}",
        Refactored.Apply($"services:\n  web:\n    image: x\n{before}", title));

    [Fact]
    public void Comments_within_have_no_place_in_one_line() =>
        Assert.DoesNotContain(Refactored.Titles("services:\n  web:\n    dns: # c\n      - <|>1.1.1.1\n"), title => title.Contains("flow style", StringComparison.Ordinal));

    [Theory]
    [InlineData("hostname: \"<|>web\"", "hostname: web", "Remove the quotes")]
    [InlineData("hostname: <|>web", "hostname: \"web\"", "Put in double quotes")]
    [InlineData("hostname: <|>web", "hostname: 'web'", "Put in single quotes")]
    [InlineData("hostname: 'it''s <|>me'", "hostname: \"it's me\"", "Change to double quotes")]
    [InlineData("\"host<|>name\": web", "hostname: web", "Remove the quotes")]
    public void Quotes_come_and_go(string before, string after, string title) =>
        Assert.Equal($"services:\n  web:\n    {after}\n", Refactored.Apply($"services:\n  web:\n    {before}\n", title));

    [Theory]
    [InlineData("user: \"<|>1000\"")]
    [InlineData("restart: \"<|>no\"")]
    [InlineData("hostname: \"<|>y\"")]
    [InlineData("command: \"<|>a: b\"")]
    [InlineData("command: \"<|># no comment\"")]
    [InlineData("command: \"a<|>\\tb\"")]
    [InlineData("command: [\"a,<|>b\"]")]
    [InlineData("domainname: \"12:<|>30\"")]
    [InlineData("domainname: \"1_<|>000\"")]
    [InlineData("domainname: \"2001-<|>01-01\"")]
    public void Quotes_stay_where_the_text_would_become_something_else(string line) =>
        Assert.DoesNotContain("Remove the quotes", Refactored.Titles($"services:\n  web:\n    {line}\n"));

    [Theory]
    [InlineData("init: <|>true")]
    [InlineData("scale: <|>2")]
    public void Numbers_and_booleans_get_no_quotes(string line) =>
        Assert.DoesNotContain("Put in double quotes", Refactored.Titles($"services:\n  web:\n    {line}\n"));
}
