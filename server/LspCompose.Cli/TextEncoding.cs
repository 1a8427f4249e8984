using System.Text;

namespace LspCompose.Cli;

/// <summary>How a file's text is stored: an encoding and the byte order mark in front of it, so it can be written back the same way.</summary>
internal sealed record TextEncoding(Encoding Encoding, byte[] Preamble)
{
    /// <summary>UTF-8 without a byte order mark, strict about wrong bytes.</summary>
    public static UTF8Encoding PlainUtf8 { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // UTF-32 before UTF-16: its little-endian mark starts with UTF-16's.
    private static readonly TextEncoding[] Marked =
    [
        new(StrictUtf8, [0xEF, 0xBB, 0xBF]),
        new(new UTF32Encoding(bigEndian: false, byteOrderMark: false, throwOnInvalidCharacters: true), [0xFF, 0xFE, 0, 0]),
        new(new UTF32Encoding(bigEndian: true, byteOrderMark: false, throwOnInvalidCharacters: true), [0, 0, 0xFE, 0xFF]),
        new(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), [0xFF, 0xFE]),
        new(new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), [0xFE, 0xFF]),
    ];

    /// <summary>The encoding the byte order mark tells, UTF-8 without one.</summary>
    public static TextEncoding Detect(ReadOnlySpan<byte> bytes)
    {
        foreach (var encoding in Marked)
        {
            if (bytes.StartsWith(encoding.Preamble))
            {
                return encoding;
            }
        }

        return new TextEncoding(StrictUtf8, []);
    }

    /// <summary>Decodes a file's bytes; false with a reason where they are no text.</summary>
    public static bool TryDecode(byte[] bytes, out TextEncoding encoding, out string text, out string problem)
    {
        encoding = Detect(bytes);
        text = "";
        problem = "";
        try
        {
            text = encoding.Encoding.GetString(bytes, encoding.Preamble.Length, bytes.Length - encoding.Preamble.Length);
        }
        catch (DecoderFallbackException exception)
        {
            var offset = encoding.Preamble.Length + exception.Index;
            var line = 1 + bytes.AsSpan(0, Math.Clamp(offset, 0, bytes.Length)).Count((byte)'\n');
            problem = bytes.Contains((byte)0)
                ? "is a binary file, not text"
                : $"is not {encoding.Encoding.WebName.ToUpperInvariant()} text (line {line}, byte {offset}); save it as UTF-8";
            return false;
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            problem = "is a binary file, not text";
            return false;
        }

        return true;
    }

    /// <summary>Encodes a text as the file was stored, byte order mark included.</summary>
    public byte[] Encode(string text) => [.. Preamble, .. Encoding.GetBytes(text)];
}
