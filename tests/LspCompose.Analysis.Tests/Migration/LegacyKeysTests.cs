using LspCompose.Analysis.Migration;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Migration;

/// <summary>Each attribute of older formats, as it is written today.</summary>
public sealed class LegacyKeysTests
{
    [Theory]
    [InlineData("net: host", "network_mode: host")]
    [InlineData("net: \"none\" # alone", "network_mode: \"none\" # alone")]
    [InlineData("net: container:db", "network_mode: service:db")]
    [InlineData("net: 'container:db'", "network_mode: 'service:db'")]
    [InlineData("net: container:other", "network_mode: container:other")]
    [InlineData("net: back", "network_mode: back")]
    [InlineData("dockerfile: D", "build:\n      context: .\n      dockerfile: D")]
    [InlineData("build: .\n  dockerfile: D", "build:\n      context: .\n      dockerfile: D")]
    [InlineData("dockerfile: D # file\n  build: . # here", "build:\n      dockerfile: D # file\n      context: . # here")]
    [InlineData("build: . # here\n  tty: true\n  # which\n  dockerfile: D # file", "build:\n      context: . # here\n      dockerfile: D # file\n    tty: true\n    # which")]
    [InlineData("log_driver: syslog", "logging:\n      driver: syslog")]
    [InlineData("log_opt:\n    a: b", "logging:\n      options:\n        a: b")]
    [InlineData("log_opt:\n    # why\n    a: b\n  log_driver: syslog # far", "logging:\n      options:\n        # why\n        a: b\n      driver: syslog # far")]
    [InlineData("log_driver: syslog\n  tty: true\n  log_opt: {a: b} # opt", "logging:\n      driver: syslog\n      options: {a: b} # opt\n    tty: true")]
    [InlineData("volumes_from: [old, \"older:ro\", db, container:x]", "volumes_from: [container:old, \"container:older:ro\", db, container:x]")]
    [InlineData("cpuset: 0,1\n  mem_limit: 1g", "cpuset: 0,1\n    mem_limit: 1g")]
    public void Attributes_of_the_first_format(string before, string after) => Assert.Equal(
        $"services:\n  web:\n    image: x\n    {after}\n  db:\n    image: y\n",
        Edits.Migrate($"web:\n  image: x\n  {before}\ndb:\n  image: y\n"));

    [Theory]
    [InlineData("net: host, dockerfile: D, build: .", "network_mode: host, build: {context: ., dockerfile: D}")]
    [InlineData("build: ., net: bridge, dockerfile: D", "build: {context: ., dockerfile: D}")]
    [InlineData("log_driver: syslog, tty: true, log_opt: {a: b}", "logging: {driver: syslog, options: {a: b}}, tty: true")]
    [InlineData("log_opt: {a: b}, volume_driver: local", "logging: {options: {a: b}}")]
    [InlineData("net: bridge, volume_driver: local, tty: true", "tty: true")]
    public void Attributes_in_flow_style(string before, string after) => Assert.Equal(
        $"services:\n  web: {{image: x, {after}}} # w\n",
        Edits.Migrate($"web: {{image: x, {before}}} # w\n"));

    [Theory]
    [InlineData("net: bridge")]
    [InlineData("net: default")]
    [InlineData("volume_driver: local")]
    public void What_says_nothing_today_goes_and_its_comment_stays(string before) => Assert.Equal(
        "services:\n  web:\n    # why\n    image: x\n",
        Edits.Migrate($"web:\n  {before} # why\n  image: x\n"));

    [Theory]
    [InlineData("cgroupns_mode: host", "cgroup: host")]
    [InlineData("init: /sbin/tini # own", "init: true # own")]
    [InlineData("init: true", "init: true")]
    [InlineData("net: host", "network_mode: host")]
    [InlineData("build: {context: .}\n    dockerfile: D", "build: {context: ., dockerfile: D}")]
    [InlineData("build:\n      context: . # here\n    dockerfile: D", "build:\n      context: . # here\n      dockerfile: D")]
    [InlineData("volumes_from: ['service:db:ro', 'container:x:ro', db]", "volumes_from: ['db:ro', 'container:x:ro', db]")]
    [InlineData("log_driver: none\n    logging: {driver: syslog}", "logging: {driver: syslog}")]
    public void Attributes_that_are_left_in_the_current_format(string before, string after) => Assert.Equal(
        $"services:\n  web:\n    image: x\n    {after}\n  db: {{image: y}}\n",
        Edits.Migrate($"services:\n  web:\n    image: x\n    {before}\n  db: {{image: y}}\n"));

    [Fact]
    public void What_services_share_is_rewritten_where_it_is_written() => Assert.Equal(
        "services:\n  base: &base\n    image: x\n    network_mode: host\n    logging:\n      driver: syslog\n  web:\n    <<: *base\n    tty: true\n  worker: *base\n",
        Edits.Migrate("base: &base\n  image: x\n  net: host\n  log_driver: syslog\nweb:\n  <<: *base\n  tty: true\nworker: *base\n"));

    [Fact]
    public void A_service_that_changes_half_of_what_is_merged_gets_the_whole() => Assert.Equal(
        "services:\n  base: &base\n    build:\n      context: ./base\n      dockerfile: D\n  web:\n    <<: *base\n    build:\n      dockerfile: D\n      context: ./web\n  api:\n    <<: *base\n    build:\n      context: ./base\n      dockerfile: D2\n",
        Edits.Migrate("base: &base\n  build: ./base\n  dockerfile: D\nweb:\n  <<: *base\n  build: ./web\napi:\n  <<: *base\n  dockerfile: D2\n"));

    [Theory]
    [InlineData("a: &a\n  build: .\nb: &b\n  image: x\n  dockerfile: D\nweb:\n  <<: [*a, *b]\n", "merged from different places")]
    [InlineData("a: &a\n  image: x\n  net: host\nweb:\n  <<: *a\n  net: bridge\n", "takes back")]
    [InlineData("a: &a\n  image: x\n  volume_driver: d\n  volumes: [/data]\nweb: *a\n", "several services share")]
    [InlineData("web:\n  image: x\nvolumes:\n  image: y\n", "written like a service")]
    public void What_cannot_be_rewritten_is_named(string text, string reason)
    {
        var result = Edits.Result(text);
        Assert.Empty(result.Edits);
        Assert.Contains(result.Left, note => note.Message.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_driver_goes_to_declared_volumes_and_unnamed_ones_get_a_name() => Assert.Equal(
        "services:\n  db:\n    image: x\n    volumes:\n      - db-data:/var/lib/data\n      - named:/n:ro\n      - ./here:/h\n      - \"set:/s\"\n\nvolumes:\n  db-data:\n    driver: flocker\n  named:\n    name: named\n    driver: flocker\n  set:\n    name: \"${P}-set\"\n    driver: flocker\n",
        Edits.Migrate("db:\n  image: x\n  volumes:\n    - /var/lib/data\n    - named:/n:ro\n    - ./here:/h\n    - \"${P}-set:/s\"\n  volume_driver: flocker\n"));

    [Fact]
    public void One_volume_has_one_driver() => Assert.EndsWith(
        "\nvolumes:\n  v1:\n    name: v1\n    driver: one\n",
        Edits.Migrate("a: {image: x, volumes: ['v1:/v'], volume_driver: one}\nb: {image: x, volumes: ['v1:/v'], volume_driver: two}\n"),
        StringComparison.Ordinal);

    [Fact]
    public void A_variable_that_may_be_a_path_is_left_alone() =>
        Assert.Equal("services:\n  a: {image: x, volumes: ['${DATA}:/d', '${HOME}/x:/x']}\n", Edits.Migrate("a: {image: x, volumes: ['${DATA}:/d', '${HOME}/x:/x']}\n"));

    [Theory]
    [InlineData("a: {image: x, volumes: [/data], volume_driver: d}\n", "The unnamed volume at '/data' of 'a' becomes the volume 'a-data'")]
    [InlineData("a: {image: x, volumes: ['./h:/h'], volume_driver: d}\n", "'volume_driver: d' of 'a' is gone: no volume in the file used it")]
    [InlineData("a: {image: x, volumes: ['v1:/v'], volume_driver: one}\nb: {image: x, volumes: ['v1:/v'], volume_driver: two}\n", "a volume has one driver")]
    [InlineData("services:\n  a: {image: x, init: /sbin/tini}\n", "instead of '/sbin/tini'")]
    public void What_changes_at_run_time_is_told(string text, string words) =>
        Assert.Contains(LegacyKeys.RuntimeChanges(File(text)), change => change.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void Containers_without_a_name_of_their_own_are_called_differently()
    {
        Assert.Contains("'PROJECT-a-1', no longer 'PROJECT_a_1'", LegacyKeys.ContainerNames(File("b: {image: x, container_name: b}\na: {image: x}\n")), StringComparison.Ordinal);
        Assert.Null(LegacyKeys.ContainerNames(File("b: {image: x, container_name: b}\n")));
    }

    [Fact]
    public void Each_attribute_that_is_rewritten_is_listed() => Assert.Equal(
        ["'net' is 'network_mode' today, and left out for the default network.", "'log_opt' is 'options' of 'logging' today.", "The name of the external volume 'v' moves out of 'external'."],
        Leftovers.Converted(File("services:\n  a: {image: x, net: host, log_opt: {a: b}, volumes: ['v:/v']}\nvolumes:\n  v: {external: {name: w}}\n")).Select(note => note.Message));

    [Fact]
    public void A_mount_that_is_left_says_why() =>
        Assert.Contains("may hold a path or a volume's name", Assert.Single(LegacyKeys.Left(File("a: {image: x, volumes: ['${DATA}:/d']}\n"))).Message, StringComparison.Ordinal);

    private static ComposeFile File(string text)
    {
        Assert.True(Workspace.Empty.WithFile(Markers.Path, SourceText.From(text)).TryGetFile(Markers.Path, out var file));
        return file;
    }
}
