using LspCompose.Analysis.Engines;

namespace LspCompose.Analysis.Tests.Engines;

public class EngineImagesTests
{
    private static readonly EngineView Engine = MadeUp.Engine() with
    {
        Images =
        [
            MadeUp.Image("nginx:latest") with { Digests = [$"nginx@{MadeUp.Id("digest")}"] },
            MadeUp.Image("ghcr.io/acme/api:2"),
            MadeUp.Image("acme/api:2", "hub"),
        ],
    };

    [Theory]
    [InlineData("nginx", "nginx:latest")]
    [InlineData("nginx:latest", "nginx:latest")]
    [InlineData("docker.io/library/nginx", "nginx:latest")]
    [InlineData("index.docker.io/nginx:latest", "nginx:latest")]
    [InlineData("ghcr.io/acme/api:2", "ghcr.io/acme/api:2")]
    [InlineData("docker.io/acme/api:2", "acme/api:2")]
    [InlineData("nginx:1", null)]
    [InlineData("acme/api", null)]
    [InlineData("library/acme/api:2", null)]
    [InlineData("NGINX", null)]
    [InlineData("", null)]
    public void A_name_finds_the_image_whatever_is_left_out_of_it(string reference, string? tag) => Assert.Equal(tag, EngineImages.Find(Engine, reference)?.Tags[0]);

    [Fact]
    public void Digests_and_ids_find_it_too()
    {
        Assert.Equal("nginx:latest", EngineImages.Find(Engine, $"nginx@{MadeUp.Id("digest")}")?.Tags[0]);
        Assert.Equal("nginx:latest", EngineImages.Find(Engine, $"nginx:9@{MadeUp.Id("digest")}")?.Tags[0]);
        Assert.Equal("acme/api:2", EngineImages.Find(Engine, MadeUp.Id("hub"))?.Tags[0]);
        Assert.Equal("acme/api:2", EngineImages.Find(Engine, EngineImages.Short(MadeUp.Id("nginx:latest")) is var digits && digits.Length == 12 ? MadeUp.Id("hub")["sha256:".Length..] : "")?.Tags[0]);
        Assert.Null(EngineImages.Find(Engine, $"nginx@{MadeUp.Id("other")}"));
    }
}
