using LspCompose.Analysis.LinkEnvironment;

namespace LspCompose.Analysis.Tests.LinkEnvironment;

public class ImplicitLinkReadersTests
{
    [Theory]
    [InlineData("wurstmeister/kafka:0.8", "zk", "other")]
    [InlineData("registry.example:5000/Sameersbn/GitLab@sha256:0", "postgresql", "db")]
    [InlineData("selenium/node-chrome-debug:3.141.59", "hub", "selenium")]
    [InlineData("wordpress:4-apache", "mysql", "db")]
    public void An_image_looks_for_some_aliases(string image, string looked, string ignored)
    {
        var reader = ImplicitLinkReaders.Find(image);
        Assert.Equal(ImplicitLinkReaderKind.Variables, reader?.Kind);
        Assert.True(reader?.Looks(looked));
        Assert.False(reader?.Looks(ignored));
    }

    [Theory]
    [InlineData("svendowideit/ambassador")]
    [InlineData("ctlc/ambassador:1")]
    [InlineData("dokku/ambassador")]
    public void A_socat_ambassador_looks_for_any_link(string image) => Assert.True(ImplicitLinkReaders.Find(image)?.Looks("anything"));

    [Theory]
    [InlineData("dockercloud/haproxy:1.6")]
    [InlineData("tutum/haproxy")]
    [InlineData("rancher/lb-service-haproxy")]
    [InlineData("rancher/load-balancer-service")]
    [InlineData("eeacms/haproxy")]
    public void A_load_balancer_takes_its_links_as_configuration(string image) => Assert.Equal(ImplicitLinkReaderKind.LinksAsConfiguration, ImplicitLinkReaders.Find(image)?.Kind);

    [Theory]
    [InlineData("haproxy")]
    [InlineData("nginx")]
    [InlineData("bitnami/kafka")]
    [InlineData("selenium/node-chrome:4.1.0")]
    [InlineData("cpuguy83/docker-grand-ambassador")]
    [InlineData("datawire/ambassador")]
    [InlineData("")]
    public void Other_images_need_no_links(string image) => Assert.Null(ImplicitLinkReaders.Find(image));
}
