using LspCompose.Cli.Changes;

namespace LspCompose.Cli.Tests.Changes;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public void The_content_is_replaced_and_nothing_is_left_beside_it()
    {
        var path = folder.Write("compose.yml", "old");

        Assert.Null(AtomicFile.Replace(path, "old"u8, "new"u8));

        Assert.Equal("new", folder.Read("compose.yml"));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_file_that_changed_meanwhile_is_left_alone()
    {
        var path = folder.Write("compose.yml", "newer");

        Assert.Equal("changed while it was being worked on; nothing was written, run the command again", AtomicFile.Replace(path, "older"u8, "mine"u8));

        Assert.Equal("newer", folder.Read("compose.yml"));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Access_rights_are_kept()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no Unix file modes");
            return;
        }

        var path = folder.Write("compose.yml", "old");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite);

        AtomicFile.Replace(path, "old"u8, "new"u8);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public void A_link_stays_a_link_and_its_file_is_written()
    {
        folder.Write("real/compose.yml", "old");
        var link = folder.Of("compose.yml");
        File.CreateSymbolicLink(link, "real/compose.yml");

        Assert.Null(AtomicFile.Replace(link, "old"u8, "new"u8));

        Assert.Equal("new", folder.Read("real/compose.yml"));
        Assert.Equal("real/compose.yml", new FileInfo(link).LinkTarget);
    }

    [Fact]
    public void A_file_that_is_gone_is_told() =>
        Assert.StartsWith("cannot be written: ", AtomicFile.Replace(folder.Of("gone.yml"), "old"u8, "new"u8), StringComparison.Ordinal);

    public void Dispose() => folder.Dispose();
}
