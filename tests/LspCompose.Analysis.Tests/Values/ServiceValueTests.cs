using System.Globalization;
using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Tests.Values;

/// <summary>The smaller values of services: hosts, devices, keys, counts, modes, restart policies and platforms.</summary>
public class ServiceValueTests
{
    [Theory]
    [InlineData("api=10.0.0.1", "api 10.0.0.1")]
    [InlineData("api:10.0.0.1", "api 10.0.0.1")]
    [InlineData("api:host-gateway", "api host-gateway")]
    [InlineData("api=10.0.0.1,[::1]", "api 10.0.0.1 ::1")]
    [InlineData("api:::1", "api ::1")]
    [InlineData("api=", "api ")]
    [InlineData("api", "error <>")]
    [InlineData("", "error <>")]
    [InlineData(":10.0.0.1", "error <>")]
    [InlineData("a:b=10.0.0.1", "error <a:b>")]
    public void Extra_hosts(string text, string expected) => Assert.Equal(expected, ExtraHost.Parse(text).Show(text, host => string.Join(' ', [host.Host, .. host.Addresses])));

    [Theory]
    [InlineData("/dev/x", "/dev/x /dev/x rwm")]
    [InlineData("/dev/x:/dev/y", "/dev/x /dev/y rwm")]
    [InlineData("/dev/x::r", "/dev/x /dev/x r")]
    [InlineData("/dev/x:/dev/y:", "/dev/x /dev/y ")]
    [InlineData("a:b:c:d:e", "error <:d:e>")]
    public void Devices(string text, string expected) => Assert.Equal(expected, DeviceSpec.Parse(text).Show(text, device => $"{device.Source} {device.Target} {device.Permissions}"));

    [Theory]
    [InlineData("default", "default none")]
    [InlineData("k=./id=2", "k ./id=2")]
    [InlineData("=x", " x")]
    [InlineData("other", "error <other>")]
    public void Ssh_keys(string text, string expected) => Assert.Equal(expected, SshKey.Parse(text).Show(text, key => $"{key.Id} {key.Path ?? "none"}"));

    [Theory]
    [InlineData("0.25", "0.25")]
    [InlineData("1e1", "10")]
    [InlineData("two", "error <two>")]
    [InlineData("", "error <>")]
    public void Processors(string text, string expected) => Assert.Equal(expected, CpuCount.Parse(text).Show(text, GoNumber.FormatFloat));

    [Theory]
    [InlineData("ALL", "-1")]
    [InlineData("2", "2")]
    [InlineData("1.5", "error <1.5>")]
    public void Numbers_of_devices(string text, string expected) => Assert.Equal(expected, DeviceCount.Parse(text).Show(text, Number));

    [Theory]
    [InlineData("0440", "288", "440")]
    [InlineData("755", "493", "755")]
    [InlineData("0789", "error <0789>", "789")]
    [InlineData("0o44", "error <0o44>", "error <0o44>")]
    public void File_modes(string text, string latest, string old)
    {
        Assert.Equal(latest, FilePermissions.Parse(text, ComposeTarget.Latest).Show(text, Number));
        Assert.Equal(old, FilePermissions.Parse(text, ComposeTarget.Compose226).Show(text, Number));
    }

    [Theory]
    [InlineData("no", "No ")]
    [InlineData("always", "Always ")]
    [InlineData("unless-stopped", "UnlessStopped ")]
    [InlineData("on-failure", "OnFailure ")]
    [InlineData("on-failure:3", "OnFailure 3")]
    [InlineData("on-failure:x", "error <x>")]
    [InlineData("on-failure:-1", "error <-1>")]
    [InlineData("always:3", "error <:3>")]
    [InlineData("Always", "error <Always>")]
    [InlineData("", "error <>")]
    public void Restart_policies(string text, string expected) => Assert.Equal(expected, RestartPolicy.Parse(text).Show(text, rule => $"{rule.Kind} {rule.MaximumAttempts}"));

    [Theory]
    [InlineData("linux", true)]
    [InlineData("linux/arm64/v8", true)]
    [InlineData("windows(10.0.1)/amd64", true)]
    [InlineData("", false)]
    [InlineData("linux/", false)]
    [InlineData("a/b/c/d", false)]
    [InlineData("linux amd64", false)]
    public void Platforms(string text, bool expected) => Assert.Equal(expected, Platform.IsValid(text));

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
