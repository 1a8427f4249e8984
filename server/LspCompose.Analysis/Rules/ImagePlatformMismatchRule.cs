using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Rules;

/// <summary>A local image made for another platform than its service asks for.</summary>
internal sealed class ImagePlatformMismatchRule : EngineRule
{
    public override string Id => "image-platform-mismatch";

    public override string Title => "The image on the engine is made for another platform than the service asks for.";

    public override string Explanation =>
        """
        `platform` says what the image must be made for. Where the engine has the image for another one, Compose pulls or builds it again, and fails where it
        cannot; with `pull_policy: never` Docker refuses it: `image with reference acme/api was found but its platform (linux/arm64) does not match the specified
        platform (linux/amd64)`.

        Get the image for the platform with `docker compose pull` or `docker compose build`, or correct `platform`. Parts that one side does not tell are not
        compared, and `linux/arm64` means `linux/arm64/v8`.

        Needs a Docker engine; without one the rule finds nothing.
        """;

    public override string BadExample =>
        """
        services:
          api:
            image: acme/api
            platform: linux/amd64
        """;

    public override string GoodExample =>
        """
        services:
          api:
            image: acme/api
            platform: linux/arm64
        """;

    internal override EngineView ExampleEngine => new()
    {
        Version = "28.2.2",
        Images = [new() { Id = "sha256:4f1b", Tags = ["acme/api:latest"], Details = new() { Os = "linux", Architecture = "arm64", Variant = "v8" } }],
    };

    protected override void Check(RuleContext context, ProjectOnEngine project)
    {
        foreach (var service in ProjectService.Of(project.Project))
        {
            if (service.Body.Get("platform") is not ConfigScalar { Text: { Length: > 0 } text } written || ModelParts.HasUnset(project.Project, written.Place)
                || (service.Body.Get("image") is { } image && ModelParts.HasUnset(project.Project, image.Place)))
            {
                continue;
            }

            var names = EngineImages.NamesOf(project.Project, service.Name, service.Body);
            if (names.Select(name => EngineImages.Find(project.Engine, name)).FirstOrDefault(found => found is not null)?.Details is { } details && ImagePlatform.Of(details) is { } actual && actual.IsUnlike(ImagePlatform.Parse(text)))
            {
                Report(context, written.Place, $"The engine has image '{names[0]}' for {actual}, but service '{service.Name}' asks for '{text}'. "
                    + $"Get it for that platform with 'docker compose {(service.Body.Get("build") is null ? "pull" : "build")} {service.Name}', or correct the platform.");
            }
        }
    }
}
