using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using LspCompose.Analysis;
using LspCompose.Cli.Input;

namespace LspCompose.Cli.Tests.Input;

public sealed class DiskFileSourceTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public void A_text_is_read_once()
    {
        folder.Write(".env", "A=1\n");
        var source = new DiskFileSource();

        Assert.Equal("A=1\n", TextOf(source.Read(folder.Of(".env"))));
        folder.Write(".env", "A=2\n");
        Assert.Equal("A=1\n", TextOf(source.Read(folder.Of(".env"))));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        folder.Write("a.yml", [.. Encoding.UTF8.Preamble, .. "services:\n"u8]);

        Assert.Equal("services:\n", TextOf(Read("a.yml")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("gone.yml")]
    [InlineData("gone/a.yml")]
    [InlineData("file.yml/a.yml")]
    [InlineData("dangling.yml")]
    public void Nothing_is_there(string name)
    {
        folder.Write("file.yml", "a: b\n");
        File.CreateSymbolicLink(folder.Of("dangling.yml"), folder.Of("nowhere.yml"));

        Assert.IsType<FileContent.Missing>(name.Length == 0 ? new DiskFileSource().Read("") : Read(name));
    }

    [Fact]
    public void A_folder_is_one_also_through_a_link()
    {
        Directory.CreateDirectory(folder.Of("sub"));
        Directory.CreateSymbolicLink(folder.Of("link"), folder.Of("sub"));

        Assert.IsType<FileContent.Folder>(Read("sub"));
        Assert.IsType<FileContent.Folder>(Read("link"));
    }

    [Fact]
    public void A_link_to_a_file_is_followed()
    {
        folder.Write("real.yml", "a: b\n");
        File.CreateSymbolicLink(folder.Of("link.yml"), "real.yml");

        Assert.Equal("a: b\n", TextOf(Read("link.yml")));
    }

    [Fact]
    public void A_circle_of_links_is_told()
    {
        File.CreateSymbolicLink(folder.Of("a.yml"), folder.Of("b.yml"));
        File.CreateSymbolicLink(folder.Of("b.yml"), folder.Of("a.yml"));

        Assert.Equal("is a symbolic link that leads to no file; check where it points to", ReasonOf(Read("a.yml")));
    }

    [Fact]
    public void The_null_device_is_an_empty_text()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no /dev/null.");
        File.CreateSymbolicLink(folder.Of("nothing.env"), "/dev/null");

        Assert.Equal("", TextOf(new DiskFileSource().Read("/dev/null")));
        Assert.Equal("", TextOf(Read("nothing.env")));
    }

    [Fact]
    public void A_device_is_not_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no /dev/zero.");

        Assert.Equal("is a device, which is not read; name a file", ReasonOf(new DiskFileSource().Read("/dev/zero")));
    }

    [Fact]
    public void A_pipe_nobody_writes_to_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no named pipes among files.");
        using (var made = Process.Start("mkfifo", folder.Of("pipe.yml")))
        {
            made.WaitForExit();
        }

        Assert.Equal("is a named pipe, which is not read; name a file", ReasonOf(Read("pipe.yml")));
    }

    [Fact]
    public void A_socket_is_not_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no sockets among files.");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(folder.Of("s.yml")));

        Assert.Equal("is a socket, which is not read; name a file", ReasonOf(Read("s.yml")));
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Access rights do not bind this user.");
        folder.Write("secret.env", "A=1\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.Of("secret.env"), UnixFileMode.None);
        }

        Assert.Equal("cannot be read: permission denied; check its access rights", ReasonOf(Read("secret.env")));
    }

    [Fact]
    public void An_empty_file_is_an_empty_text()
    {
        folder.Write("empty.yml", "");

        Assert.Equal("", TextOf(Read("empty.yml")));
    }

    [Fact]
    public void What_is_no_text_is_told_with_its_place()
    {
        folder.Write("binary.env", [0x7F, 0x45, 0x4C, 0x46, 0, 0, 0xFF]);
        folder.Write("zero.env", "A=\0\n");
        folder.Write("latin1.env", Encoding.Latin1.GetBytes("A=1\nB=é\n"));

        Assert.Equal("is a binary file, not text", ReasonOf(Read("binary.env")));
        Assert.Equal("is a binary file, not text", ReasonOf(Read("zero.env")));
        Assert.Equal("is not UTF-8 text (line 2, byte 6); save it as UTF-8", ReasonOf(Read("latin1.env")));
    }

    [Fact]
    public void A_file_beyond_any_measure_is_not_held_in_memory()
    {
        using (var stream = File.Create(folder.Of("huge.yml")))
        {
            stream.SetLength((16 * 1024 * 1024) + 1);
        }

        Assert.Equal("is larger than 16 MiB, no file for Compose is; name another file", ReasonOf(Read("huge.yml")));
    }

    [Fact]
    public void A_name_no_file_can_have_is_told() => Assert.Equal("has a name that no file can have", ReasonOf(Read("a\0b")));

    public void Dispose() => folder.Dispose();

    private FileContent Read(string name) => new DiskFileSource().Read(folder.Of(name));

    private static string TextOf(FileContent content) => Assert.IsType<FileContent.Present>(content).Text.Content;

    private static string ReasonOf(FileContent content) => Assert.IsType<FileContent.Unreadable>(content).Reason;
}
