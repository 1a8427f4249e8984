using LspCompose.Lsp.Files;

namespace LspCompose.Lsp.Tests;

public sealed class FileUrisTests
{
    [Theory]
    [InlineData("file:///srv/compose.yaml", "/srv/compose.yaml")]
    [InlineData("file:///my%20project/compose.yaml", "/my project/compose.yaml")]
    [InlineData("file:///my project/compose.yaml", "/my project/compose.yaml")]
    [InlineData("file:///caf%C3%A9/%E6%97%A5.yml", "/café/日.yml")]
    [InlineData("file:///a%23b%25c.yml", "/a#b%c.yml")]
    [InlineData("file:///a/./b//../c.yml", "/a/c.yml")]
    [InlineData("file:/srv/a.yml", "/srv/a.yml")]
    [InlineData("file://localhost/srv/a.yml", "/srv/a.yml")]
    [InlineData("FILE:///srv/a.yml", "/srv/a.yml")]
    [InlineData("file:///c%3A/x/a.yml", "C:/x/a.yml")]
    [InlineData("file:///C:/x/a.yml", "C:/x/a.yml")]
    [InlineData("file:///c:%5Cx%5Ca.yml", "C:/x/a.yml")]
    [InlineData("file://server/share/a%20b.yml", "//server/share/a b.yml")]
    [InlineData("file:///%zz", "/%zz")]
    public void A_file_uri_becomes_a_path_however_it_is_escaped(string uri, string path) => Assert.Equal(path, FileUris.ToPath(uri));

    [Theory]
    [InlineData("untitled:Untitled-1")]
    [InlineData("vscode-vfs://github/owner/compose.yaml")]
    [InlineData("file:")]
    [InlineData("file://server")]
    [InlineData("")]
    public void Any_other_uri_stands_for_itself(string uri)
    {
        Assert.Equal(uri, FileUris.ToPath(uri));
        Assert.Equal(uri, FileUris.ToUri(uri));
        Assert.False(FileUris.IsFile(uri));
    }

    [Theory]
    [InlineData("/my project/café #1.yml", "file:///my%20project/caf%C3%A9%20%231.yml")]
    [InlineData("C:/x y/a.yml", "file:///C:/x%20y/a.yml")]
    [InlineData(@"C:\x\a.yml", "file:///C:/x/a.yml")]
    [InlineData("//server/share/a b.yml", "file://server/share/a%20b.yml")]
    [InlineData("/", "file:///")]
    public void A_path_becomes_a_well_formed_uri_that_leads_back(string path, string uri)
    {
        Assert.Equal(uri, FileUris.ToUri(path));
        Assert.Equal(path.Replace('\\', '/'), FileUris.ToPath(uri));
        Assert.True(new Uri(uri).IsFile);
    }
}
