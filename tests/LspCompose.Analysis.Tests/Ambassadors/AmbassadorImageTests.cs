using LspCompose.Analysis.Ambassadors;

namespace LspCompose.Analysis.Tests.Ambassadors;

public sealed class AmbassadorImageTests
{
    [Theory]
    [InlineData("cpuguy83/docker-grand-ambassador", AmbassadorKind.ContainerNames)]
    [InlineData("svendowideit/ambassador", AmbassadorKind.PortForwarder)]
    [InlineData("ctlc/ambassador", AmbassadorKind.PortForwarder)]
    [InlineData("suutari/ambassador", AmbassadorKind.PortForwarder)]
    [InlineData("openstf/ambassador", AmbassadorKind.PortForwarder)]
    [InlineData("devicefarmer/ambassador", AmbassadorKind.PortForwarder)]
    [InlineData("bandesz/ambassador", AmbassadorKind.PortForwarder)]
    [InlineData("dokku/ambassador", AmbassadorKind.PortForwarder)]
    [InlineData("tenstartups/ambassador", AmbassadorKind.PortForwarder)]
    [InlineData("polvi/simple-amb", AmbassadorKind.PortForwarder)]
    [InlineData("progrium/ambassadord", AmbassadorKind.ConsumerVariables)]
    [InlineData("gliderlabs/connectable", AmbassadorKind.ConsumerVariables)]
    [InlineData("sequenceiq/ambassadord", AmbassadorKind.ConsumerVariables)]
    [InlineData("polvi/dynamic-etcd-amb", AmbassadorKind.Registry)]
    [InlineData("polvi/docker-register", AmbassadorKind.Registry)]
    [InlineData("ncarlier/dynamic-ambassador", AmbassadorKind.Registry)]
    [InlineData("anibali/siren-ambassador", AmbassadorKind.Registry)]
    public void A_known_image_alone_is_certain(string image, AmbassadorKind kind)
    {
        var ambassador = Detected.One($"services:\n  amb:\n    image: {image}\n");
        Assert.Equal((AmbassadorCertainty.Certain, kind), (ambassador.Certainty, ambassador.Kind));
    }

    [Theory]
    [InlineData("docker/ambassador")]
    [InlineData("binocarlos/ambassador")]
    [InlineData("binocarlos/ambassadord")]
    public void An_image_known_only_by_name_is_likely(string image) =>
        Assert.Equal("amb High", Detected.Short($"services:\n  amb:\n    image: {image}\n"));

    [Theory]
    [InlineData("svendowideit/ambassador:latest")]
    [InlineData("SvenDowideit/Ambassador")]
    [InlineData("docker.io/svendowideit/ambassador")]
    [InlineData("index.docker.io/svendowideit/ambassador:1.0")]
    [InlineData("registry.example:5000/svendowideit/ambassador")]
    [InlineData("localhost/svendowideit/ambassador")]
    [InlineData("localhost:5000/svendowideit/ambassador:1")]
    [InlineData("svendowideit/ambassador@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("registry.example:5000/svendowideit/ambassador:1@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("registry.example/hub-mirror/svendowideit/ambassador")]
    [InlineData("${REGISTRY}/svendowideit/ambassador:${TAG:-latest}")]
    [InlineData("${AMBASSADOR:-svendowideit/ambassador}")]
    public void However_it_is_written(string image)
    {
        Assert.Equal("amb Certain", Detected.Short($"services:\n  amb:\n    image: \"{image}\"\n"));
        Assert.Equal("amb Certain", Detected.Short($"amb:\n  image: \"{image}\"\n"));
    }

    [Theory]
    [InlineData("svendowideit/ambassador-docs")]
    [InlineData("svendowideit/redis")]
    [InlineData("svendowideit")]
    [InlineData("notsvendowideit/ambassadors")]
    [InlineData("richnorth/ambassador")]
    [InlineData("binocarlos/arpanet")]
    [InlineData("anibali/siren-discover")]
    public void Another_image_of_the_same_owner_or_name_is_none(string image) =>
        Assert.Empty(Detected.In($"services:\n  amb:\n    image: {image}\n"));

    [Fact]
    public void A_shared_part_of_the_file_counts() =>
        Assert.Equal("amb Certain", Detected.Short("x-amb: &amb\n  image: ctlc/ambassador\nservices:\n  amb:\n    <<: *amb\n"));

    [Fact]
    public void An_encrypted_tunnel_is_told()
    {
        Assert.True(Detected.One("services: {amb: {image: tenstartups/ambassador}}").IsEncrypted);
        Assert.False(Detected.One("services: {amb: {image: ctlc/ambassador}}").IsEncrypted);
    }
}
