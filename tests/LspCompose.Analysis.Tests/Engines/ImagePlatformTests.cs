using LspCompose.Analysis.Engines;

namespace LspCompose.Analysis.Tests.Engines;

public class ImagePlatformTests
{
    [Theory]
    [InlineData("linux/amd64", "linux/amd64")]
    [InlineData("linux/x86_64", "linux/amd64")]
    [InlineData("amd64", "linux/amd64")]
    [InlineData("linux", "linux/arm64")]
    [InlineData("linux/arm64", "linux/arm64/v8")]
    [InlineData("linux/aarch64", "linux/arm64")]
    [InlineData("linux/arm", "linux/arm/v7")]
    [InlineData("Linux/AMD64", "linux/amd64")]
    [InlineData("linux/armhf", "linux/arm/7")]
    public void Spellings_of_one_platform_agree(string one, string other) => Assert.False(ImagePlatform.Parse(one).IsUnlike(ImagePlatform.Parse(other)));

    [Theory]
    [InlineData("linux/amd64", "linux/arm64")]
    [InlineData("windows/amd64", "linux/amd64")]
    [InlineData("windows", "linux/amd64")]
    [InlineData("arm64", "linux/amd64")]
    [InlineData("linux/arm/v6", "linux/arm/v7")]
    public void Others_do_not(string one, string other) => Assert.True(ImagePlatform.Parse(one).IsUnlike(ImagePlatform.Parse(other)));
}
