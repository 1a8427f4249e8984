using LspCompose.Analysis.Migration;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Rules;

public sealed class DeprecatedVolumesFromTests
{
    [Fact]
    public void Each_item_is_found() => Markers.Check(
        """
        services:
          web:
            image: x
            volumes_from:
              - db
        #       ^^ deprecated-volumes-from 'web' takes every mount of 'db'
              - container:old:ro
        #       ^^^^^^^^^^^^^^^^ deprecated-volumes-from 'web' takes every mount of 'old'
          db: {image: y}
        """);

    [Fact]
    public void The_fix_is_never_safe_and_says_why()
    {
        var fix = Fix("services:\n  a: {image: x, volumes_from: [b]}\n  b: {image: y, volumes: [/data]}\n");
        Assert.False(fix.IsSafe);
        Assert.Contains("the image of 'b' declares", fix.Title, StringComparison.Ordinal);
        Assert.Contains("is not moved", fix.Title, StringComparison.Ordinal);
    }

    [Theory]
    // The order after a service that runs is kept, every mount is listed as it is written.
    [InlineData(
        "services:\n  web:\n    image: x\n    volumes_from:\n      - app # all\n  app:\n    image: y\n    volumes:\n      - ./src:/src\n      - \"cache:/cache:ro\"\nvolumes:\n  cache:\n",
        "services:\n  web:\n    image: x\n    # all\n    volumes:\n      - ./src:/src\n      - \"cache:/cache:ro\"\n    depends_on:\n      - app\n  app:\n    image: y\n    volumes:\n      - ./src:/src\n      - \"cache:/cache:ro\"\nvolumes:\n  cache:\n")]
    // Own mounts win, and what may only be read may only be read.
    [InlineData(
        "services:\n  web:\n    image: x\n    volumes:\n    - ./own:/src\n    volumes_from: ['app:ro']\n    depends_on: {app: {condition: service_healthy}}\n  app:\n    image: y\n    volumes:\n      - ./src:/src/\n      - logs:/logs\n      - tmp:/tmp:rw,z\n      - {type: bind, source: ., target: /all}\n      - {type: tmpfs, target: /t}\nvolumes: {logs: {}, tmp: {}}\n",
        "services:\n  web:\n    image: x\n    volumes:\n    - ./own:/src\n    - logs:/logs:ro\n    - tmp:/tmp:z,ro\n    - {type: bind, source: ., target: /all, read_only: true}\n    depends_on: {app: {condition: service_healthy}}\n  app:\n    image: y\n    volumes:\n      - ./src:/src/\n      - logs:/logs\n      - tmp:/tmp:rw,z\n      - {type: bind, source: ., target: /all}\n      - {type: tmpfs, target: /t}\nvolumes: {logs: {}, tmp: {}}\n")]
    // A data container goes with its last user; its comments stay.
    [InlineData(
        "services:\n  web: {image: x, volumes_from: [data], tty: true}\n  # holds the pages\n  data:\n    image: busybox # small\n    volumes: [/pages]\n",
        "services:\n  web: {image: x, volumes: [data-pages:/pages], tty: true}\n  # holds the pages\n  # small\n\nvolumes:\n  data-pages:\n")]
    // A volume without a name gets one in both.
    [InlineData(
        "services:\n  web: {image: x, volumes_from: [db]}\n  db:\n    image: y\n    volumes:\n      - /var/lib/db\n      - type: volume\n        target: /b\n",
        "services:\n  web: {image: x, volumes: [db-db:/var/lib/db, {type: volume, target: /b, source: db-b}], depends_on: [db]}\n  db:\n    image: y\n    volumes:\n      - db-db:/var/lib/db\n      - type: volume\n        target: /b\n        source: db-b\n\nvolumes:\n  db-db:\n  db-b:\n")]
    // What the source takes from others is taken too.
    [InlineData(
        "services:\n  a: {image: x, volumes_from: [b]}\n  b: {image: x, volumes_from: ['c:ro'], volumes: ['./b:/b']}\n  c: {image: x, volumes: ['./c:/c', './no:/b']}\n",
        "services:\n  a: {image: x, volumes: ['./b:/b', './c:/c:ro'], depends_on: [b]}\n  b: {image: x, depends_on: [c], volumes: ['./b:/b', './c:/c:ro']}\n  c: {image: x, volumes: ['./c:/c', './no:/b']}\n")]
    public void All_items_are_replaced_by_the_mounts_they_stand_for(string before, string after) => Assert.Equal(after, All(before));

    [Fact]
    public void A_data_container_stays_while_somebody_else_needs_it() => Assert.Contains(
        "  data: {image: busybox, volumes: ['pages:/p']}\n",
        All("services:\n  web: {image: x, volumes_from: [data]}\n  b: {image: x, network_mode: 'service:data'}\n  data: {image: busybox, volumes: ['pages:/p']}\nvolumes:\n  pages:\n"),
        StringComparison.Ordinal);

    [Fact]
    public void One_item_after_the_other_comes_to_the_same()
    {
        const string Text = "services:\n  a: {image: x, depends_on: [data], volumes_from: [data]}\n  b: {image: x, volumes_from: [data]}\n  data: {image: alpine, command: 'true', volumes: [/p]}\n";
        Assert.Equal(All(Text), Edits.Apply(Edits.Apply(Text, Fix(Text)), Fix(Edits.Apply(Text, Fix(Text)))));
    }

    [Theory]
    [InlineData("services:\n  a: {image: x, volumes_from: ['container:old']}\n", "is not of this file")]
    [InlineData("services:\n  a: {image: x, volumes_from: ['$V']}\n", "a variable decides")]
    [InlineData("services:\n  a: {image: x, volumes_from: [b]}\n  b: {extends: {file: f.yml, service: b}}\n", "extends another service")]
    [InlineData("services:\n  a: {image: x, volumes_from: [b]}\n  b: {image: x}\n", "cannot be seen in the file")]
    public void The_migration_leaves_each_and_says_why(string text, string reason)
    {
        Assert.True(Workspace.Empty.WithFile(Markers.Path, SourceText.From(text)).TryGetFile(Markers.Path, out var file));
        Assert.Contains(reason, Assert.Single(VolumesFromMigration.Left(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_prefix_of_formats_2_goes() => Assert.Equal(
        "services:\n  a: {image: x, volumes_from: ['b:ro']}\n  b: {image: x}\n",
        Edits.Apply("services:\n  a: {image: x, volumes_from: ['service:b:ro']}\n  b: {image: x}\n", Fix("services:\n  a: {image: x, volumes_from: ['service:b:ro']}\n  b: {image: x}\n")));

    [Fact]
    public void The_first_format_has_no_fix() =>
        Assert.Empty(Markers.Find("a: {image: x, volumes_from: [b]}\nb: {image: x, volumes: ['./b:/b']}\n").First(finding => finding.Rule.Id == "deprecated-volumes-from").Fixes);

    private static Findings.Fix Fix(string text) =>
        Markers.Find(text).First(finding => finding.Rule.Id == "deprecated-volumes-from").Fixes[0];

    private static string All(string text)
    {
        Assert.True(Workspace.Empty.WithFile(Markers.Path, SourceText.From(text)).TryGetFile(Markers.Path, out var file));
        return SourceText.From(text).With(VolumesFromMigration.Edits(file)).Content;
    }
}
