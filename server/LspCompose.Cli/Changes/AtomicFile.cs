namespace LspCompose.Cli.Changes;

/// <summary>Replaces a file's content in one step: whoever reads it sees the old content or the new, never half of it.</summary>
internal static class AtomicFile
{
    /// <summary>
    /// Writes a file that still holds the expected bytes, through links, keeping its access rights. Returns null, or the reason why nothing was written.
    /// </summary>
    public static string? Replace(string path, ReadOnlySpan<byte> expected, ReadOnlySpan<byte> content)
    {
        string? temporary = null;
        try
        {
            var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            if (!HoldsStill(target, expected))
            {
                return "changed while it was being worked on; nothing was written, run the command again";
            }

            var folder = Path.GetDirectoryName(target) ?? ".";
            temporary = Path.Combine(folder, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            }

            File.Move(temporary, target, overwrite: true);
            temporary = null;
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return "cannot be written: permission denied; check its access rights and those of its folder";
        }
        catch (IOException exception)
        {
            return $"cannot be written: {exception.Message}";
        }
        finally
        {
            if (temporary is not null)
            {
                File.Delete(temporary);
            }
        }
    }

    /// <summary>Opened for writing too, so that a file that must not be written is not replaced behind its back.</summary>
    private static bool HoldsStill(string path, ReadOnlySpan<byte> expected)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        if (stream.Length != expected.Length)
        {
            return false;
        }

        var actual = new byte[expected.Length];
        stream.ReadExactly(actual);
        return expected.SequenceEqual(actual);
    }
}
