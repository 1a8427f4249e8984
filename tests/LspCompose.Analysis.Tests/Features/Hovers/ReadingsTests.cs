namespace LspCompose.Analysis.Tests.Features.Hovers;

public class ReadingsTests
{
    [Theory]
    [InlineData("ports: [\"80<|>80:80\"]", "Port 8080 of every host interface → port 80 in the container, TCP")]
    [InlineData("ports: [8<|>0]", "A free port of every host interface, which Docker chooses, → port 80 in the container, TCP")]
    [InlineData("ports: [\"127.0.0.1:80<|>80:80/udp\"]", "Port 8080 of host address 127.0.0.1 (this machine only) → port 80 in the container, UDP")]
    [InlineData("ports: [\"127.0.0.1::8<|>0\"]", "A free port of host address 127.0.0.1 (this machine only), which Docker chooses, → port 80 in the container, TCP")]
    [InlineData("ports: [\"80<|>00-8002:9000-9002\"]", "Ports 8000–8002 of every host interface → ports 9000–9002 in the container, TCP, one to one")]
    [InlineData("ports: [\"8000-<|>8002:90\"]", "One free port out of 8000–8002 of every host interface → port 90 in the container, TCP")]
    [InlineData("ports: [{target: 80, publ<|>ished: 8080}]", "**published**")]
    [InlineData("ports: [{target: 80, published: \"80<|>80\", host_ip: 10.0.0.1}]", "Port 8080 of host address 10.0.0.1 → port 80 in the container, TCP")]
    [InlineData("expose: [\"90<|>00\"]", "Port 9000 of the container, TCP; not opened on the host")]
    [InlineData("volumes: [./co<|>nf:/etc/conf:ro]", "`./conf` of the host (`/p/conf`) at `/etc/conf` in the container, read-only")]
    [InlineData("volumes: [/a:/<|>b:Z]", "`/a` of the host at `/b` in the container, readable and writable, labelled for this container alone (SELinux `Z`)")]
    [InlineData("volumes: [/d<|>ata]", "A new anonymous volume at `/data` in the container, readable and writable")]
    [InlineData("volumes: [da<|>ta:/data]", "The named volume `data` at `/data` in the container, readable and writable")]
    [InlineData("volumes: [{type: bi<|>nd, source: ./x, target: /y, read_only: true}]", "`./x` of the host (`/p/x`) at `/y` in the container, read-only")]
    [InlineData("tmpfs: /r<|>un:size=64m", "A folder in memory at `/run` in the container, empty at every start (`size=64m`)")]
    [InlineData("devices: [/dev/tty<|>USB0:/dev/tty0:rw]", "Device `/dev/ttyUSB0` of the host as `/dev/tty0` in the container, which may read and write it")]
    [InlineData("extra_hosts: [\"ho<|>st:host-gateway\"]", "In the container `host` stands for the machine that runs the engine (`host-gateway`)")]
    [InlineData("image: ghcr.io/a/b<|>:1@sha256:0123456789012345678901234567890123456789012345678901234567890123", "- registry: `ghcr.io`\n- repository: `a/b`\n- tag: `1`\n- digest: `sha256:0123456789012345678901234567890123456789012345678901234567890123` (exactly this image, whatever the tag says)")]
    [InlineData("image: po<|>stgres", "- registry: `docker.io` (Docker Hub, implied)\n- repository: `postgres` (official image)\n- tag: `latest` (implied")]
    [InlineData("stop_grace_period: 1m<|>30s", "`1m30s` = 90 s")]
    [InlineData("stop_grace_period: 48<|>h", "`48h` = 172,800 s (2 days)")]
    [InlineData("stop_grace_period: 1<|>500us", "`1500us` = 1.5 ms")]
    [InlineData("mem_limit: 6<|>4m", "`64m` = 67,108,864 bytes (64 MiB)")]
    [InlineData("shm_size: 1.5<|>gb", "`1.5gb` = 1,610,612,736 bytes (1.5 GiB)")]
    [InlineData("cpus: 0<|>.5", "`0.5` = 50 % of the time of 1 processor")]
    [InlineData("restart: on-fail<|>ure:3", "Started again when it ends with an error, at most 3 times in a row.")]
    [InlineData("restart: unless-st<|>opped", "`unless-stopped`: Like always, but a container stopped by hand stays stopped.")]
    [InlineData("command: serve <|>\"a b\" && true", "Split into 2 words, without a shell: `serve` · `a b`\n\n**Dropped:** `&& true`")]
    [InlineData("healthcheck: {test: curl <|>localhost}", "Run by the container's shell")]
    [InlineData("healthcheck: {test: [CMD-SH<|>ELL, curl localhost]}", "the next item is a line for the container's shell")]
    [InlineData("image: web:${TAG:-1}<|>", "- tag: `1`")]
    public void A_value_is_read_out_in_words(string marked, string words)
    {
        Assert.Contains(words, Hovered.Text($"services:\n  web:\n    {marked}\nvolumes: {{data: {{}}}}\n"), StringComparison.Ordinal);
        Assert.Contains(words, Hovered.Text($"services:\r\n  brøken: {{image: [x\r\n  web:\r\n    {marked}\r\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ports: [\"80<|>80:x\"]")]
    [InlineData("stop_grace_period: soo<|>n")]
    [InlineData("ports: [\"${PORT}:8<|>0\"]")]
    public void What_cannot_be_read_is_not_explained(string marked) => Assert.DoesNotContain("→", Hovered.Text($"services:\n  web:\n    {marked}\n") ?? "", StringComparison.Ordinal);
}
