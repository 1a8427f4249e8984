using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Schema;

namespace LspCompose.Analysis.Tests.Schema;

public class SchemaValidatorTests
{
    // A service's attribute, the text the problem stands at (the first such text in the file), and the message.
    [Theory]
    [InlineData("prots: [80]", "prots", "'prots' is not a key of a service. Did you mean 'ports'?")]
    [InlineData("volume: [a]", "volume", "'volume' is not a key of a service. Did you mean 'volumes'?")]
    [InlineData("Image: b", "Image", "'Image' is not a key of a service. Did you mean 'image'?")]
    [InlineData("depends-on: [b]", "depends-on", "'depends-on' is not a key of a service. Did you mean 'depends_on'?")]
    [InlineData("x_mine: 1", "x_mine", "'x_mine' is not a key of a service. Did you mean 'x-mine'?")]
    [InlineData("zzzzz: 1", "zzzzz", "'zzzzz' is not a key of a service. Remove it, or call it 'x-zzzzz' if it is your own.")]
    [InlineData("retries: 3", "retries", "'retries' is not a key of a service; it belongs to 'healthcheck'.")]
    [InlineData("replicas: 3", "replicas", "'replicas' is not a key of a service; it belongs to 'deploy'.")]
    [InlineData("deploy: {ports: [80]}", "ports", "'ports' is not a key of 'deploy'; it belongs to a service, below 'services'.")]
    [InlineData("net: host", "net", "'net' is not a key of a service any more. It is called 'network_mode' today.")]
    [InlineData("net: 'container:b'", "net", "'net' is not a key of a service any more. Write 'network_mode: service:NAME' for a service, or 'network_mode: container:NAME' for another container.")]
    [InlineData("dockerfile: D", "dockerfile", "'dockerfile' is not a key of a service any more. Write it beside 'context' in 'build'.")]
    [InlineData("log_driver: d", "log_driver", "'log_driver' is not a key of a service any more. Write it as 'driver' of 'logging'.")]
    [InlineData("log_opt: {}", "log_opt", "'log_opt' is not a key of a service any more. Write it as 'options' of 'logging'.")]
    [InlineData("volume_driver: d", "volume_driver", "'volume_driver' is not a key of a service any more. Declare the volume below the top-level 'volumes', with its 'driver'.")]
    [InlineData("cgroupns_mode: host", "cgroupns_mode", "'cgroupns_mode' is not a key of a service any more. It is called 'cgroup' today.")]
    [InlineData("name: q", "name", "'name' is not a key of a service. 'container_name' names its container.")]
    [InlineData("blkio_config: {weight: 1, x-b: 1}", "x-b", "'x-b' is not a key of 'blkio_config'. Remove it.")]
    [InlineData("environment: {'': 1}", "''", "A key of 'environment' is empty. Give it a name, or remove it.")]
    [InlineData("depends_on: {'b c': {condition: service_started}}", "'b c'", "'b c' cannot be the name of a key of 'depends_on'. Use letters without accents, digits, '.', '_' and '-' only.")]
    public void An_unknown_key_is_reported_at_the_key(string attribute, string place, string message) => AssertProblem(Service(attribute), "unknown-key", place, message);

    [Theory]
    [InlineData("privileged: [true]", "[true]", "'privileged' takes true or false, not a list.")]
    [InlineData("tty: 1", "1", "'tty' takes true or false, not the number 1.")]
    [InlineData("use_api_socket: 'true'", "'true'", "'use_api_socket' takes true or false, not text. Remove the quotes.")]
    [InlineData("hostname: 1.5", "1.5", "'hostname' takes text, not the number 1.5. Put it in quotes.")]
    [InlineData("hostname: true", "true", "'hostname' takes text, not true. Put it in quotes.")]
    [InlineData("hostname: 2001-01-01", "2001-01-01", "'hostname' takes text, not the date 2001-01-01. Put it in quotes.")]
    [InlineData("cap_add: [2001-01-01]", "2001-01-01", "An item of 'cap_add' takes text, not the date 2001-01-01. Put it in quotes.")]
    [InlineData("hostname:", "hostname", "'hostname' is empty. Give it text, or remove it.")]
    [InlineData("hostname: ~", "~", "'hostname' is empty. Give it text, or remove it.")]
    [InlineData("ports: 80", "80", "'ports' takes a list, not the number 80. Put a '-' before each item.")]
    [InlineData("logging: [{driver: d}]", "[{driver: d}]", "'logging' takes a mapping, not a list. Remove the '-' before its keys.")]
    [InlineData("logging: {options: {a: true}}", "true", "'a' of 'options' takes text or a number, not true. Put it in quotes.")]
    [InlineData("scale: 1.5", "1.5", "'scale' takes a whole number, not the number 1.5.")]
    [InlineData("cpu_percent: 1.5", "1.5", "'cpu_percent' takes a whole number, not the number 1.5.")]
    [InlineData("restart: false", "false", "'restart' takes 'no', 'always', 'on-failure' or 'unless-stopped', not false.")]
    [InlineData("cgroup: 1", "1", "'cgroup' takes 'host' or 'private', not the number 1.")]
    [InlineData("deploy: {resources: {limits: {memory: 100}}}", "100", "'memory' takes a size such as '512m', not the number 100. Put it in quotes.")]
    [InlineData("cpus: true", "true", "'cpus' takes a number, not true.")]
    [InlineData("stop_grace_period: 10", "10", "'stop_grace_period' takes a duration such as '1m30s', not the number 10. Write '10s' for seconds.")]
    [InlineData("mem_limit: true", "true", "'mem_limit' takes a size such as '512m', not true.")]
    [InlineData("environment: A=1", "A=1", "'environment' cannot be text. Give it a mapping 'NAME: value', or a list of 'NAME=value' strings.")]
    [InlineData("environment:", "environment", "'environment' is empty. Give it a mapping 'NAME: value', or a list of 'NAME=value' strings.")]
    [InlineData("environment: {A: {b: c}}", "{b: c}", "'A' of 'environment' takes text, a number or a boolean, not a mapping.")]
    [InlineData("environment: {A: .inf}", ".inf", "Compose cannot pass on infinity or 'not a number'. Write a finite number, or put it in quotes to make it text.")]
    [InlineData("x-a: {b: [.nan]}", ".nan", "Compose cannot pass on infinity or 'not a number'. Write a finite number, or put it in quotes to make it text.")]
    [InlineData("command: 1", "1", "'command' cannot be the number 1. Give it one line split into words, or a list with one argument per item; null keeps what the image has.")]
    [InlineData("command: [ls, 1]", "1", "An item of 'command' takes text, not the number 1. Put it in quotes.")]
    [InlineData("volumes: [{source: /a, target: /b}]", "{source: /a, target: /b}", "'type' of a mount is missing. It takes 'bind', 'volume', 'tmpfs', 'cluster', 'npipe' or 'image'.")]
    [InlineData("volumes: [{source: /a}]", "{source: /a}", "'type' and 'target' of a mount are missing. Add them.")]
    [InlineData("depends_on: {b: {restart: true}}", "b", "'condition' of dependency 'b' is missing. It takes 'service_started', 'service_healthy' or 'service_completed_successfully'.")]
    [InlineData("depends_on: {b: }", "b", "'b' of 'depends_on' is empty. Give it a mapping with 'condition', or remove it.")]
    [InlineData("depends_on: {b: {condition: service_health}}", "service_health", "'condition' takes 'service_started', 'service_healthy' or 'service_completed_successfully', not 'service_health'. Did you mean 'service_healthy'?")]
    [InlineData("depends_on: [b, c, b]", "b", "'b' stands twice in 'depends_on'. Remove one of them.")]
    [InlineData("group_add: [1, 1.0]", "1.0", "'1' stands twice in 'group_add'. Remove one of them.")]
    [InlineData("container_name: '?'", "'?'", "'container_name' needs a letter or digit followed by letters, digits, '_', '.' or '-', two characters at least; '?' has none such.")]
    [InlineData("gpus: some", "some", "'gpus' takes 'all', not 'some'.")]
    [InlineData("oom_score_adj: 1001", "1001", "'oom_score_adj' takes a number from -1000 to 1000, not 1001.")]
    [InlineData("cpu_count: -1", "-1", "'cpu_count' takes a number of at least 0, not -1.")]
    [InlineData("pid: ~", "~", "'pid' cannot be empty. Compose fails on an empty 'pid'; leave the key out.")]
    [InlineData("expose: [80.5]", "80.5", "An item of 'expose' cannot be the number 80.5. A port is a whole number.")]
    [InlineData("provider: {}", "provider", "'type' of 'provider' is missing. Add it.")]
    public void A_wrong_value_is_reported_at_the_value(string attribute, string place, string message) => AssertProblem(Service(attribute), "invalid-value", place, message);

    [Theory]
    [InlineData("depends_on: [a]", "unknown-key", "depends_on", "'depends_on' is not a key of a Compose file; it belongs to a service, below 'services'.")]
    [InlineData("web: {image: b}", "unknown-key", "web", "'web' is not a key of a Compose file. It looks like a service: put it below 'services'.")]
    [InlineData("service: {}", "unknown-key", "service", "'service' is not a key of a Compose file. Did you mean 'services'?")]
    [InlineData("X-foo: 1", "unknown-key", "X-foo", "'X-foo' is not a key of a Compose file. Did you mean 'x-foo'?")]
    [InlineData("services: {a: }", "invalid-value", "a", "Service 'a' is empty. Give it a mapping, or remove it.")]
    [InlineData("services: {a b: {}}", "unknown-key", "a b", "'a b' cannot be the name of a service. Use letters without accents, digits, '.', '_' and '-' only.")]
    [InlineData("services: [{a: {}}]", "invalid-value", "[{a: {}}]", "'services' takes a mapping, not a list. Remove the '-' before its keys.")]
    [InlineData("version: 3.8", "invalid-value", "3.8", "'version' takes text, not the number 3.8. Put it in quotes.")]
    [InlineData("networks:", "invalid-value", "networks", "'networks' is empty. Give it a mapping, or remove it.")]
    [InlineData("networks: {n: {external: [b]}}", "invalid-value", "[b]", "'external' cannot be a list. Give it 'true' or 'false'; a mapping with 'name' is the old way.")]
    [InlineData("networks: {n: {aliases: [b]}}", "unknown-key", "aliases", "'aliases' is not a key of a network; it belongs to a network of a service.")]
    [InlineData("models: {m: {model: q, context_size: '1'}}", "invalid-value", "'1'", "'context_size' takes a whole number, not text. Remove the quotes.")]
    [InlineData("models: {m: {}}", "invalid-value", "m", "'model' of model 'm' is missing. Add it.")]
    public void A_problem_outside_services_names_what_it_is_about(string text, string rule, string place, string message) => AssertProblem(text, rule, place, message);

    [Theory]
    [InlineData("environment: {A: 2001-01-01, B: 1, C: true, D: , x-e: 1}")]
    [InlineData("command: [ls, 2001-01-01]")]
    [InlineData("scale: 2.0")]
    [InlineData("container_name: '?ab?'")]
    [InlineData("pull_policy: foo-always-bar")]
    [InlineData("ulimits: {A_B: [1, {}]}")]
    [InlineData("storage_opt: {a: [b]}")]
    [InlineData("deploy:")]
    [InlineData("develop:")]
    [InlineData("command:")]
    [InlineData("networks: {n: , m: {aliases: [b]}}")]
    [InlineData("cap_add: [A, A]")]
    [InlineData("x-mine: {a: [1, {b: }]}")]
    [InlineData("gpus: [{foo: 1}]")]
    [InlineData("pull_policy: every_12h")]
    public void What_Compose_takes_is_no_problem(string attribute) => Assert.Empty(Problems(Service(attribute)));

    [Fact]
    public void A_network_with_an_odd_name_is_not_looked_into() => Assert.Empty(Problems("networks: {a b: {foo: 1}}\nmodels: {a b: {foo: 1}}"));

    [Fact]
    public void Everything_wrong_is_told_at_once_and_an_unknown_key_is_not_looked_into() =>
        Assert.Equal(
            ["'foo'", "'privileged'", "'imag'"],
            Problems("foo: {bar: .inf}\nservices:\n  a: {privileged: [], image: b}\n  b: {imag: {baz: 1}}").Select(problem => problem.Message.Split(' ')[0]));

    [Fact]
    public void A_value_of_no_known_kind_is_not_judged()
    {
        var problems = new ProblemList();
        SchemaValidator.Validate(new ConfigMapping(default, [new ConfigEntry("services", default, new Unread())]), ComposeTarget.Latest, problems);
        Assert.Empty(problems.Problems);
    }

    [Fact]
    public void A_missing_key_may_stand_in_another_file()
    {
        Assert.True(Assert.Single(Problems(Service("depends_on: {b: {}}"))).IsAboutMissing);
        Assert.False(Assert.Single(Problems(Service("foo: 1"))).IsAboutMissing);
    }

    [Theory]
    [InlineData("services:\n  a:\n    prots: [80]", "services:\n  a:\n    ports: [80]")]
    [InlineData("services:\n  a:\n    'prots': [80]", "services:\n  a:\n    'ports': [80]")]
    [InlineData("services:\n  a: {hostname: 1}", "services:\n  a: {hostname: \"1\"}")]
    [InlineData("services:\n  a: {stop_grace_period: 10}", "services:\n  a: {stop_grace_period: 10s}")]
    [InlineData("services:\n  a: {cgroup: privat}", "services:\n  a: {cgroup: private}")]
    [InlineData("services:\n  a: {cgroup: \"privat\"}", "services:\n  a: {cgroup: \"private\"}")]
    [InlineData("services:\n  a: {net: host}", "services:\n  a: {network_mode: host}")]
    public void The_fix_mends_it(string text, string mended)
    {
        var fix = Assert.Single(Assert.Single(Problems(text)).Fixes?.Invoke() ?? []);
        Assert.False(fix.IsSafe);
        foreach (var edit in fix.Edits.Reverse())
        {
            text = text[..edit.Edit.Span.Start] + edit.Edit.NewText + text[edit.Edit.Span.End..];
        }

        Assert.Equal(mended, text);
        Assert.Empty(Problems(text));
    }

    [Fact]
    public void A_key_that_is_there_already_is_not_offered()
    {
        var problem = Assert.Single(Problems(Service("prots: [80]\n    ports: [80]")));
        Assert.Empty(problem.Fixes?.Invoke() ?? []);
        Assert.DoesNotContain("ports'", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("provider: {type: q}", "'provider' is not known to Docker Compose 2.26; it needs 2.36.0 or newer.")]
    [InlineData("use_api_socket: true", "'use_api_socket' is not known to Docker Compose 2.26; it needs a newer one.")]
    [InlineData("build: {provenance: true}", "'provenance' is not known to Docker Compose 2.26; it needs 2.39.0 or newer.")]
    [InlineData("volumes: [{type: volume, target: /t, volume: {labels: {}}}]", "'labels' is not known to Docker Compose 2.26; it needs a newer one.")]
    [InlineData("pull_policy: daily", "'pull_policy' takes 'always', 'never', 'if_not_present', 'build' or 'missing', not 'daily'.")]
    [InlineData("develop: {watch: [{path: ., action: rebuild, ignore: a}]}", "'ignore' takes a list, not text. Put a '-' before each item.")]
    public void What_only_a_newer_Compose_knows_is_a_problem_for_an_older_one(string attribute, string message)
    {
        Assert.Empty(Problems(Service(attribute)));
        Assert.Equal(message, Assert.Single(Problems(Service(attribute), ComposeTarget.Compose226)).Message);
    }

    [Theory]
    [InlineData("container_name: '?'")]
    [InlineData("post_start: [{user: root}]")]
    [InlineData("volumes: [{type: foo, target: /t}]")]
    [InlineData("secrets: [{source: s, mode: 4.5}]")]
    public void What_only_a_newer_Compose_refuses_is_no_problem_for_an_older_one(string attribute)
    {
        Assert.NotEmpty(Problems(Service(attribute)));
        Assert.Empty(Problems(Service(attribute), ComposeTarget.Compose226));
    }

    [Fact]
    public void Of_repeated_items_the_later_one_is_wrong()
    {
        const string text = "services:\n  a:\n    networks: [b, c, b]\n";
        var problem = Assert.Single(Problems(text));
        Assert.Equal(text.LastIndexOf('b'), problem.Place.Span.Start);
        Assert.Equal(text.IndexOf('b'), Assert.Single(problem.Related).Span.Start);
    }

    [Fact]
    public void A_long_list_of_unique_items_is_checked_too()
    {
        var items = string.Join(", ", Enumerable.Range(0, 40).Select(item => $"s{item}"));
        Assert.Empty(Problems(Service($"security_opt: [{items}]")));
        Assert.Single(Problems(Service($"security_opt: [{items}, s7]")));
    }

    internal static IReadOnlyList<Problem> Problems(string text, ComposeTarget target = ComposeTarget.Latest)
    {
        var problems = new ProblemList();
        SchemaValidator.Validate(PlainModel.Read(text), target, problems);
        return problems.Problems;
    }

    private static string Service(string attribute) => $"services:\n  a:\n    {attribute}\n";

    private static void AssertProblem(string text, string rule, string place, string message)
    {
        var problem = Assert.Single(Problems(text));
        Assert.Equal(message, problem.Message);
        Assert.Equal(rule, problem.RuleId);
        Assert.Equal(place, text.Substring(problem.Place.Span.Start, problem.Place.Span.Length));
    }

    private sealed class Unread() : ConfigNode(default)
    {
        public override string KindName => "unknown";
    }
}
