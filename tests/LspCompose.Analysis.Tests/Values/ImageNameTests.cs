using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Tests.Values;

public class ImageNameTests
{
    private const string Hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("redis", "|redis||")]
    [InlineData("redis:7", "|redis|7|")]
    [InlineData("owner/app:1.0_a-b", "|owner/app|1.0_a-b|")]
    [InlineData("localhost/app", "localhost|app||")]
    [InlineData("localhost:5000/a/b:1", "localhost:5000|a/b|1|")]
    [InlineData("ghcr.io/a/b__c-d---e.f", "ghcr.io|a/b__c-d---e.f||")]
    [InlineData("[fd00::1]:5000/a", "[fd00::1]:5000|a||")]
    [InlineData("Owner/app", "Owner|app||")]
    [InlineData("redis:7@sha256:" + Hash, "|redis|7|sha256:" + Hash)]
    [InlineData("redis@sha256:" + Hash, "|redis||sha256:" + Hash)]
    [InlineData("", "error <>")]
    [InlineData("Redis", "error <Redis>")]
    [InlineData("owner/App:1", "error <owner/App>")]
    [InlineData("redis:", "error <>")]
    [InlineData("redis:-1", "error <-1>")]
    [InlineData("redis:a:b", "error <a:b>")]
    [InlineData("redis@sha256:12", "error <sha256:12>")]
    [InlineData("redis@", "error <>")]
    [InlineData("a b", "error <a b>")]
    [InlineData("a//b", "error <>")]
    [InlineData("/a", "error <>")]
    [InlineData("a/", "error <>")]
    [InlineData("a..b", "error <a..b>")]
    [InlineData("a___b", "error <a___b>")]
    [InlineData("_a", "error <_a>")]
    [InlineData("a-", "error <a->")]
    [InlineData("-x.io/a", "error <-x.io>")]
    [InlineData("x.io:p/a", "error <x.io:p>")]
    [InlineData("x.io/", "error <>")]
    [InlineData(Hash, "error <" + Hash + ">")]
    public void Names(string text, string expected) => Assert.Equal(expected, ImageName.Parse(text).Show(text, image => $"{image.Registry}|{image.Repository}|{image.Tag}|{image.Digest}"));

    [Fact]
    public void The_message_offers_the_right_spelling() =>
        Assert.Equal("'Redis' has upper case letters. Names of images are lower case, as in 'redis'.", ImageName.Parse("Redis:7").Error?.Message);
}
