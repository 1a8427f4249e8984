using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Tests.Values;

public class AddressTests
{
    [Theory]
    [InlineData("10.0.0.1", true)]
    [InlineData("0.0.0.0", true)]
    [InlineData("::", true)]
    [InlineData("fd00::1", true)]
    [InlineData("1:2:3:4:5:6:7:8", true)]
    [InlineData("1:2:3:4:5:6:7::", true)]
    [InlineData("::FFFF:10.0.0.1", true)]
    [InlineData("1:2:3:4:5:6:10.0.0.1", true)]
    [InlineData("10.0.0", false)]
    [InlineData("10.0.0.256", false)]
    [InlineData("10.0.0.01", false)]
    [InlineData("10..0.1", false)]
    [InlineData("10.0.0.1.", false)]
    [InlineData("1:2:3:4:5:6:7", false)]
    [InlineData("1:2:3:4:5:6:7:8:9", false)]
    [InlineData("1::2::3", false)]
    [InlineData("1:2:3:4::5:6:7:8", false)]
    [InlineData("12345::", false)]
    [InlineData(":1::", false)]
    [InlineData("1:", false)]
    [InlineData(":::", false)]
    [InlineData("fe80::1%eth0", false)]
    [InlineData("localhost", false)]
    [InlineData("", false)]
    public void Addresses(string text, bool expected) => Assert.Equal(expected, IpAddress.IsValid(text));

    [Theory]
    [InlineData("10.0.0.0/8", "10.255.0.1", true)]
    [InlineData("10.0.0.7/08", "10.1.0.1", true)]
    [InlineData("10.0.0.0/8", "11.0.0.1", false)]
    [InlineData("0.0.0.0/0", "192.168.0.1", true)]
    [InlineData("0.0.0.0/0", "::1", false)]
    [InlineData("::/0", "192.168.0.1", false)]
    [InlineData("fd00::/64", "fd00::1", true)]
    [InlineData("fd00::/64", "fd00:0:0:1::1", false)]
    [InlineData("10.0.0.0/8", "::ffff:10.0.0.1", true)]
    [InlineData("::ffff:10.0.0.0/104", "10.0.0.1", true)]
    [InlineData("10.0.0.0/8", "nowhere", false)]
    public void Networks_contain_addresses(string network, string address, bool expected)
    {
        Assert.True(Cidr.TryParse(network, out var parsed));
        Assert.Equal(expected, parsed.Contains(address));
    }

    [Theory]
    [InlineData("10.0.0.0/8", "10.1.0.0/16", true)]
    [InlineData("10.1.0.0/16", "10.0.0.0/8", true)]
    [InlineData("10.1.0.0/16", "10.2.0.0/16", false)]
    [InlineData("::/0", "10.0.0.0/8", false)]
    public void Networks_overlap(string one, string other, bool expected)
    {
        Assert.True(Cidr.TryParse(one, out var first) && Cidr.TryParse(other, out var second) && first.Overlaps(second) == expected);
    }

    [Theory]
    [InlineData("10.0.0.0")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0/8")]
    [InlineData("::/129")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/8/8")]
    public void Not_a_network(string text) => Assert.False(Cidr.TryParse(text, out _));

    [Theory]
    [InlineData("02:42:ac:11:00:02", true)]
    [InlineData("02-42-AC-11-00-02", true)]
    [InlineData("0242.ac11.0002", true)]
    [InlineData("02:42:ac:11:00:02:00:01", true)]
    [InlineData("0242.ac11.0002.0001", true)]
    [InlineData("02:42:ac:11:00", false)]
    [InlineData("02:42:ac:11:00-02", false)]
    [InlineData("02:42:ac:11:00:0g", false)]
    [InlineData("0242ac110002", false)]
    [InlineData("", false)]
    public void Hardware_addresses(string text, bool expected) => Assert.Equal(expected, MacAddress.IsValid(text));
}
