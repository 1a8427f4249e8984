using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Tests.Values;

/// <summary>The parsers take and refuse what recorded runs of Compose did, and read the same values.</summary>
public partial class ComposeAgreementTests
{
    [Fact]
    public void Ports() => Check("port", (text, _) => PortSpec.Parse(text).Show(text, port => string.Join(' ', port.Mappings().Select(m => $"{m.HostIp}|{m.Published}|{m.Target}|{m.Protocol}"))),
        json => string.Join(' ', json.EnumerateArray().Select(m => $"{Field(m, "host_ip")}|{Field(m, "published")}|{Field(m, "target")}|{Field(m, "protocol")}")));

    [Fact]
    public void Volumes() => Check("vol", (text, _) => VolumeSpec.Parse(text).Show(text, v => $"{v.Kind}|{(v.Kind == VolumeKind.Volume ? v.Source : "")}|{v.Target}|{v.IsReadOnly}|{(v.Kind == VolumeKind.Volume && v.NoCopy)}|{v.Propagation}|{v.SELinux}"),
        json =>
        {
            // The source of a bind mount is recorded as an absolute path.
            var mount = json.EnumerateArray().Single();
            var (isVolume, bind) = (Field(mount, "type") == "volume", mount.TryGetProperty("bind", out var b) ? b : default);
            var noCopy = isVolume && mount.TryGetProperty("volume", out var volume) && Field(volume, "nocopy") == "True";
            return $"{(isVolume ? "Volume" : "Bind")}|{(isVolume ? Field(mount, "source") : "")}|{Field(mount, "target")}|{Field(mount, "read_only") == "True"}|{noCopy}|{Field(bind, "propagation")}|{Field(bind, "selinux")}";
        });

    [Fact]
    public void Durations() => Check("dur", (text, target) => Duration.Parse(text, target).Show(text, Duration.Format), json => json.GetString() ?? "");

    [Fact]
    public void Byte_sizes() => Check("byte", (text, target) => ByteSize.Parse(text, target).Show(text, size => size.ToString(CultureInfo.InvariantCulture)), json => json.GetString() ?? "");

    [Fact]
    public void Extra_hosts() => Check("eh", (text, _) => ExtraHost.Parse(text).Show(text, host => string.Join(' ', host.Addresses.Select(address => $"{host.Host}={address}"))),
        json => string.Join(' ', json.EnumerateArray().Select(item => item.GetString())));

    [Fact]
    public void Devices() => Check("dev", (text, _) => DeviceSpec.Parse(text).Show(text, device => $"{device.Source}|{device.Target}|{device.Permissions}"),
        json => string.Join(' ', json.EnumerateArray().Select(item => $"{Field(item, "source")}|{Field(item, "target")}|{Field(item, "permissions")}")));

    [Fact]
    public void Commands() => Check("cmd", (text, _) => ShellWords.Split(text).Show(text, command => string.Join('|', command.Words)),
        json => string.Join('|', json.EnumerateArray().Select(item => item.GetString())));

    private static void Check(string family, Func<string, ComposeTarget, string> parse, Func<JsonElement, string> expect)
    {
        var failures = new List<string>();
        var count = 0;
        foreach (var line in File.ReadLines(SharedData.Find("conformance", "cases.jsonl")))
        {
            using var document = JsonDocument.Parse(line);
            var id = document.RootElement.GetProperty("id").GetString() ?? "";
            if (!Regex.IsMatch(id, $"^{family}-[0-9]+$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
            {
                continue;
            }

            var written = ShortValue().Match(document.RootElement.GetProperty("files").GetProperty("compose.yaml").GetString() ?? "").Groups[1].Value;
            var text = JsonSerializer.Deserialize<string>(written)?.Replace("$$", "$", StringComparison.Ordinal) ?? "";
            foreach (var (name, target) in new[] { ("compose_2_26", ComposeTarget.Compose226), ("compose_go_head", ComposeTarget.Latest) })
            {
                var outcome = document.RootElement.GetProperty(name);
                var isTaken = outcome.GetProperty("exit").GetInt32() == 0;

                // Variables are replaced before a value is read, and whether a named volume is declared is another matter.
                if (text.Contains("${", StringComparison.Ordinal) || outcome.GetProperty("stderr").GetString()?.Contains("undefined volume", StringComparison.Ordinal) == true)
                {
                    continue;
                }

                count++;
                var parsed = parse(text, target);
                var value = isTaken ? JsonDocument.Parse(outcome.GetProperty("value").GetString() ?? "").RootElement : default;
                if (isTaken ? parsed != expect(value).Replace("$$", "$", StringComparison.Ordinal) : !parsed.StartsWith("error <", StringComparison.Ordinal))
                {
                    failures.Add($"{id} {name} {written}: {parsed}, recorded {(isTaken ? expect(value) : "refused")}");
                }
            }
        }

        Assert.NotEqual(0, count);
        Assert.Equal([], failures);
    }

    private static string Field(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.ToString() : "";

    [GeneratedRegex(@"^    (?!image)[a-z_]+: \[?("".*"")\]?\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ShortValue();
}
