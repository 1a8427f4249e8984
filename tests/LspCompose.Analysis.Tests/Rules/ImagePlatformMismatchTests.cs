using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Tests.Engines;

namespace LspCompose.Analysis.Tests.Rules;

public class ImagePlatformMismatchTests
{
    private static readonly EngineView Engine = MadeUp.Engine() with
    {
        Images =
        [
            MadeUp.Image("amd:1"),
            MadeUp.Image("arm:1") with { Details = new EngineImageDetails { Os = "linux", Architecture = "arm64", Variant = "v8" } },
            MadeUp.Image("p-built:latest"),
            MadeUp.Image("unknown:1") with { Details = null },
        ],
    };

    [Fact]
    public void An_image_must_be_made_for_the_platform() => Markers.CheckProject(
        Engine,
        ("/p/compose.yaml",
        """
        services:
          a: {image: "arm:1", platform: linux/amd64}
        #                               ^^^^^^^^^^^ image-platform-mismatch The engine has image 'arm:1' for linux/arm64, but service 'a' asks for 'linux/amd64'. Get it for that platform with 'docker compose pull a', or correct the platform.
          b: {image: "amd:1", platform: arm64}
        #                               ^^^^^ image-platform-mismatch
          c: {image: "amd:1", platform: linux/amd64}
          d: {image: "arm:1", platform: linux/arm64}
          e: {image: "arm:1", platform: linux}
          f: {image: "unknown:1", platform: linux/arm64}
          g: {image: "none:1", platform: linux/arm64}
          built: {build: {dockerfile_inline: FROM scratch}, platform: linux/arm64}
        #                                                             ^^^^^^^^^^^ image-platform-mismatch 'docker compose build built'
        """));

    [Fact]
    public void A_broken_file_is_judged_where_it_is_sound() => Markers.CheckProject(
        Engine,
        ("/p/compose.yaml", "services:\n  bad: [\n#      ^ syntax-error\n  a: {image: 'arm:1', platform: linux/amd64}\n#                               ^^^^^^^^^^^ image-platform-mismatch\n"));
}
