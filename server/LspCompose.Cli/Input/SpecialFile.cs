using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace LspCompose.Cli.Input;

/// <summary>Tells pipes, devices and sockets from files without opening them: opening a pipe nobody writes to would wait for ever.</summary>
internal static class SpecialFile
{
    private const int TypeMask = 0xF000;
    private const int Fifo = 0x1000;
    private const int CharacterDevice = 0x2000;
    private const int BlockDevice = 0x6000;
    private const int Socket = 0xC000;

    // The runtime's own view of a file's status: flags, then the mode, both 32 bits. There is room for more than it writes.
    private const int ModeOffset = 4;
    private const int StatusSize = 512;

    /// <summary>What is at a path when that is no file or folder ("a named pipe"); null for files, folders and what does not exist.</summary>
    public static string? KindOf(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        var status = new byte[StatusSize];
        try
        {
            if (Stat([.. Encoding.UTF8.GetBytes(path), 0], status) != 0)
            {
                return null;
            }
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }

        return (BinaryPrimitives.ReadInt32LittleEndian(status.AsSpan(ModeOffset)) & TypeMask) switch
        {
            Fifo => "a named pipe",
            CharacterDevice or BlockDevice => "a device",
            Socket => "a socket",
            _ => null,
        };
    }

    // System.IO tells a file's rights but not its type; this is the function it asks itself.
    [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int Stat(byte[] path, byte[] status);
}
