using LspCompose.Analysis.Values;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Values;

public class PortSpecTests
{
    [Theory]
    [InlineData("3000", "||3000|tcp")]
    [InlineData("3000/UDP", "||3000|udp")]
    [InlineData("3000/", "||3000|tcp")]
    [InlineData("3000//udp", "||3000|tcp")]
    [InlineData("3000/sctp/udp", "||3000|sctp")]
    [InlineData("003000", "||3000|tcp")]
    [InlineData("8000:3000", "|8000|3000|tcp")]
    [InlineData("0:3000", "|0|3000|tcp")]
    [InlineData(":3000", "||3000|tcp")]
    [InlineData("::3000", "||3000|tcp")]
    [InlineData("10.0.0.1:8000:3000", "10.0.0.1|8000|3000|tcp")]
    [InlineData("10.0.0.1::3000", "10.0.0.1||3000|tcp")]
    [InlineData("[::1]:8000:3000", "::1|8000|3000|tcp")]
    [InlineData("[10.0.0.1]:8000:3000", "10.0.0.1|8000|3000|tcp")]
    [InlineData("[]:8000:3000", "|8000|3000|tcp")]
    [InlineData("3000-3001", "||3000|tcp ||3001|tcp")]
    [InlineData("9-10", "||10|tcp ||9|tcp")]
    [InlineData("8000-8001:3000-3001/udp", "|8000|3000|udp |8001|3001|udp")]
    [InlineData("8000-8005:3000", "|8000-8005|3000|tcp")]
    [InlineData("8000:3000-3000", "|8000|3000|tcp")]
    [InlineData("3000-3001-9", "||3000|tcp ||3001|tcp")]
    [InlineData("", "error <>")]
    [InlineData("8000:", "error <>")]
    [InlineData("/udp", "error <>")]
    [InlineData("0", "error <0>")]
    [InlineData("0-1", "error <0-1>")]
    [InlineData("3000/http", "error <http>")]
    [InlineData("65536", "error <65536>")]
    [InlineData("99999999999999999999:80", "error <99999999999999999999>")]
    [InlineData("8000:3000-70000", "error <70000>")]
    [InlineData("web", "error <web>")]
    [InlineData("80 : 81", "error < 81>")]
    [InlineData("+80", "error <+80>")]
    [InlineData("-80", "error <-80>")]
    [InlineData("80-", "error <80->")]
    [InlineData("90-80", "error <90-80>")]
    [InlineData("8000-8002:3000-3001", "error <8000-8002:3000-3001>")]
    [InlineData("8000:3000-3001", "error <8000:3000-3001>")]
    [InlineData("localhost:8000:3000", "error <localhost>")]
    [InlineData("::1:8000:3000", "error <::1>")]
    [InlineData("[::1]:3000", "error <[:>")]
    [InlineData("[::1%eth0]:80:80", "error <[::1%eth0]>")]
    [InlineData("[::1]x:80:80", "error <[::1]x>")]
    [InlineData("10.0.0.01:80:80", "error <10.0.0.01>")]
    [InlineData("10.0.0.1:80", "error <10.0.0.1>")]
    public void Items(string text, string expected) => Assert.Equal(expected, PortSpec.Parse(text)
        .Show(text, port => string.Join(' ', port.Mappings().Select(m => $"{m.HostIp}|{m.Published}|{m.Target}|{m.Protocol}"))));

    [Fact]
    public void Parts_know_where_they_stand()
    {
        var port = PortSpec.Parse("[::1]:8000-8001:80/udp").Value;
        Assert.NotNull(port);
        Assert.Equal((new TextSpan(0, 5), new TextSpan(6, 15), new TextSpan(16, 18), new TextSpan(19, 22)), (port.HostIpSpan, port.PublishedSpan, port.TargetSpan, port.ProtocolSpan));
    }

    [Fact]
    public void The_message_says_what_is_wrong_and_what_is_right() =>
        Assert.Equal("Port '65536' is out of range. Ports go from 0 to 65535.", PortSpec.Parse("65536:80").Error?.Message);
}
