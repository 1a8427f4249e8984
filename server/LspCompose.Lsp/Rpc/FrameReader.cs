using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace LspCompose.Lsp.Rpc;

/// <summary>
/// Cuts the input into messages by their <c>Content-Length</c> header. Whatever is not a header is skipped up to the next one, so a broken
/// message costs no more than itself.
/// </summary>
internal sealed class FrameReader(PipeReader input)
{
    private const string LengthHeader = "content-length:";
    private const int LongestHeaderLine = 1024;
    private const int LongestBody = 512 * 1024 * 1024;

    // What follows headers without a length belongs to them: one complaint is enough.
    private bool isSkipping;

    /// <summary>Reads the next frame, null at the end of the input.</summary>
    public async ValueTask<Frame?> ReadAsync(CancellationToken cancellation)
    {
        var length = -1;
        var isBroken = false;
        while (await ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
        {
            if (line.Length == 0)
            {
                if (length >= 0)
                {
                    isBroken &= !isSkipping;
                    isSkipping = false;
                    return await ReadBodyAsync(length, cancellation).ConfigureAwait(false) is { } body ? new Frame(body, isBroken) : null;
                }

                if (isBroken && !isSkipping)
                {
                    isSkipping = true;
                    return new Frame(null, true);
                }

                continue;
            }

            // The rest of a broken message has no line break of its own, so the next header may start anywhere in the line.
            var start = line.LastIndexOf(LengthHeader, StringComparison.OrdinalIgnoreCase);
            if (start >= 0)
            {
                var isNumber = int.TryParse(line.AsSpan(start + LengthHeader.Length).Trim(), out var value) && value is >= 0 and <= LongestBody;
                isBroken |= start > 0 || !isNumber;
                length = isNumber ? value : -1;
            }
            else
            {
                isBroken |= !line.StartsWith("content-type:", StringComparison.OrdinalIgnoreCase);
            }
        }

        return null;
    }

    /// <summary>The next line without its line break, cut to its last characters when it is too long to be a header; null at the end.</summary>
    private async ValueTask<string?> ReadLineAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var read = await input.ReadAsync(cancellation).ConfigureAwait(false);
            var buffer = read.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end);
                var text = Encoding.Latin1.GetString(line.Slice(Math.Max(0, line.Length - LongestHeaderLine))).TrimEnd('\r');
                input.AdvanceTo(buffer.GetPosition(1, end));
                return text;
            }

            if (read.IsCompleted)
            {
                input.AdvanceTo(buffer.End);
                return null;
            }

            input.AdvanceTo(buffer.GetPosition(Math.Max(0, buffer.Length - LongestHeaderLine)), buffer.End);
        }
    }

    private async ValueTask<byte[]?> ReadBodyAsync(int length, CancellationToken cancellation)
    {
        if (length == 0)
        {
            return [];
        }

        var read = await input.ReadAtLeastAsync(length, cancellation).ConfigureAwait(false);
        if (read.Buffer.Length < length)
        {
            input.AdvanceTo(read.Buffer.End);
            return null;
        }

        var body = read.Buffer.Slice(0, length).ToArray();
        input.AdvanceTo(read.Buffer.GetPosition(length));
        return body;
    }
}
