using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Features.Hints;
using LspCompose.Analysis.Tests.Engines;
using LspCompose.Analysis.Tests.Features.Hovers;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Features.Hints;

/// <summary>Hints stand in the text as <c>«hint»</c>.</summary>
public class InlayHintsTests
{
    private static readonly (string, string)[] Others =
    [
        ("/p/compose.override.yaml", "services:\n  web:\n    image: web:2\n    environment: {DB_PASSWORD: hunter2}\n    cap_add: [SYS_TIME]\n"),
        ("/p/common.yaml", "services:\n  base: {hostname: common, networks: [front]}\n"),
        ("/p/.env", "TAG=1.27\nPORT=8080\nDB_PASSWORD=hunter2\nLONG=0123456789012345678901234567890123456789\nEMPTY=\n"),
    ];

    [Theory]
    [InlineData("services:\n  web:\n    image: web:1«→ web:2»\n")]
    [InlineData("services:\r\n  web:\r\n    image: 'web:1'«→ web:2» # 😀\r\n")]
    [InlineData("services: {web: {image: web:1«→ web:2»}}\n")]
    [InlineData("services:\n  web:\n    image: web:2\n    environment: {DB_PASSWORD: x«→ ••••••»}\n")]
    [InlineData("services:\n  web:\n    image: web:2\n    cap_add:«+ 1 from elsewhere»\n      - NET_ADMIN\n")]
    [InlineData("services:\n  db:\n    hostname: own\n    extends: {file: common.yaml, service: base}\n")]
    [InlineData("services:\n  bad: [\n  web:\n    image: web:1«→ web:2»\n")]
    public void An_overridden_value_is_followed_by_what_counts(string marked) => Check(marked, InlayHintKind.EffectiveValues);

    [Theory]
    [InlineData("services:\n  db:\n    image: db:${TAG}«= 1.27»-${NONE:-x}«= x»\n")]
    [InlineData("services:\n  db:\n    image: \"db:$TAG«= 1.27»\"\n")]
    [InlineData("services:\n  db:\n    command: ${NONE} ${EMPTY} $$TAG\n")]
    [InlineData("services:\n  db:\n    command: ${DB_PASSWORD}«= ••••••» ${NONE:-${DB_PASSWORD}}«= ••••••»\n")]
    [InlineData("services:\n  db:\n    command: ${LONG}«= 0123456789012345678901234567890123456…»\n")]
    [InlineData("db:\n  image: db:${TAG}«= 1.27»\n")]
    [InlineData("services:\n  bad: [\n  db:\n    image: db:${TAG}«= 1.27»\n")]
    public void A_variable_is_followed_by_its_value(string marked) => Check(marked, InlayHintKind.Variables);

    [Theory]
    [InlineData("services:\n  db:«network: default»\n    image: db\n  web:\n    networks: [front]\nnetworks: {front: {}}\n")]
    [InlineData("services:\n  db:\n    image: db\n")]
    [InlineData("services:\n  db:\n    image: db\n    network_mode: host\nnetworks: {front: {}}\n")]
    [InlineData("services:\n  db:\n    extends: {file: common.yaml, service: base}\nnetworks: {front: {}}\n")]
    [InlineData("services:\n  db:\n    networks: [default]\nnetworks: {front: {}}\n")]
    public void A_service_without_networks_tells_the_default_one_where_there_are_others(string marked) => Check(marked, InlayHintKind.ImplicitNetworks);

    [Theory]
    [InlineData("services:\n  db:\n    ports:\n      - \"8080:80\"«host 8080 → container 80»\n      - 80«host random → container 80»\n      - \"127.0.0.1:53:53/udp\"«host 127.0.0.1:53 → container 53 UDP»\n      - {target: 80}\n      - \"${PORT}:80\"«host 8080 → container 80»\n")]
    [InlineData("services:\n  db:\n    ports: [\"8080:x\", \"${NONE}:80\"]\n")]
    [InlineData("db:\n  image: x\n  ports: [\"80:80\"«host 80 → container 80»]\n")]
    public void A_short_port_is_read_out(string marked) => Check(marked, InlayHintKind.Ports);

    [Theory]
    [InlineData("services:\n  web:«1 of 2 running, differs from the file»\n    image: web:1\n  db:«running (unhealthy), differs from the file»\n    image: db:2\n  job:«exited (1)»\n    image: job\n  none:\n    image: none\n")]
    [InlineData("services: {job:«exited (1)» {image: job}}\n")]
    [InlineData("job:«exited (1)»\n  image: job\n")]
    [InlineData("services:\n  job:\n    hostname: only-changed-here\n")]
    [InlineData("services:\n  bad: [\n  db:«running (unhealthy)»\n    image: db:2\n")]
    public void A_service_is_followed_by_what_its_containers_do(string marked)
    {
        var job = MadeUp.Running("job", "job") with { State = ContainerState.Exited, ExitCode = 1 };
        var engine = MadeUp.Engine(MadeUp.Running("web", "web:1"), MadeUp.Running("web", "web:1", 2) with { State = ContainerState.Exited }, MadeUp.Running("db", "db:1") with { Health = ContainerHealth.Unhealthy }, job);
        Check(marked, InlayHintKind.Containers, engine, marked.Contains("hostname", StringComparison.Ordinal) ? [("/p/compose.override.yaml", "services:\n  job:\n    image: job\n")] : Others);
    }

    [Fact]
    public void Hints_stay_in_the_span_asked_for()
    {
        const string text = "services:\n  web:\n    image: a:${TAG}\n  db:\n    image: b:${TAG}\n";
        var hints = InlayHints.In(Hovered.Open("/p/compose.yaml", text, Others), "/p/compose.yaml", new TextSpan(text.IndexOf("  db", StringComparison.Ordinal), text.Length), InlayHintKinds.Every, TestContext.Current.CancellationToken);
        Assert.Equal(new InlayHint(InlayHintKind.Variables, text.Length - 1, "= 1.27", "From .env:1."), Assert.Single(hints));
    }

    [Fact]
    public void Kinds_can_be_switched_off() =>
        Assert.Empty(InlayHints.In(Hovered.Open("/p/compose.yaml", "services: {web: {image: 'a:${TAG}'}}\n", Others), "/p/compose.yaml", new TextSpan(0, 30), new HashSet<InlayHintKind>(), TestContext.Current.CancellationToken));

    private static void Check(string marked, InlayHintKind kind) => Check(marked, kind, null, Others);

    private static void Check(string marked, InlayHintKind kind, EngineView? engine, (string, string)[] others)
    {
        var text = System.Text.RegularExpressions.Regex.Replace(marked, "«.*?»", "");
        var shown = text;
        foreach (var hint in InlayHints.In(Hovered.Open("/p/compose.yaml", text, others).WithEngine(engine), "/p/compose.yaml", new TextSpan(0, text.Length), new HashSet<InlayHintKind> { kind }, TestContext.Current.CancellationToken).Reverse())
        {
            shown = shown.Insert(hint.Offset, $"«{hint.Label}»");
        }

        Assert.Equal(marked, shown);
    }
}
