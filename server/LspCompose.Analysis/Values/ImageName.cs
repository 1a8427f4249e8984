using System.Buffers;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Values;

/// <summary>Names of images: <c>[REGISTRY/]REPOSITORY[:TAG][@DIGEST]</c>.</summary>
public static class ImageName
{
    private const int LongestName = 255;

    private static readonly SearchValues<char> _hexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>Reads the name of an image by Docker's rules.</summary>
    public static Parsed<ImageParts> Parse(string text)
    {
        if (text.Length == 0)
        {
            return new(default, "The image is empty. Write a name such as 'nginx:1.27'.");
        }

        var at = text.IndexOf('@', StringComparison.Ordinal);
        var nameAndTag = new TextSpan(0, at < 0 ? text.Length : at);
        var slash = text.AsSpan(0, nameAndTag.End).LastIndexOf('/');
        var colon = text.IndexOf(':', slash + 1, nameAndTag.End - slash - 1);
        var name = new TextSpan(0, colon < 0 ? nameAndTag.End : colon);
        var registry = RegistryLength(text.AsSpan(0, name.End));
        var repository = new TextSpan(registry == 0 ? 0 : registry + 1, name.End);
        var tag = colon < 0 ? new TextSpan(name.End, name.End) : new TextSpan(colon + 1, nameAndTag.End);
        var digest = new TextSpan(at < 0 ? text.Length : at + 1, text.Length);
        var error = (registry > 0 ? CheckRegistry(text, new TextSpan(0, registry)) : null)
            ?? CheckRepository(text, repository)
            ?? (name.Length > LongestName ? new ValueError(name, $"The name of the image has {name.Length} characters. {LongestName} are allowed.") : null)
            ?? (colon < 0 ? null : CheckTag(text, tag))
            ?? (at < 0 ? null : CheckDigest(text, digest));
        return error is not null ? new(error)
            : new(new ImageParts(text[..registry], Part(text, repository), Part(text, tag), Part(text, digest)));
    }

    // A first part is a registry when it looks like a host: with a dot, a colon or upper case, or "localhost".
    private static int RegistryLength(ReadOnlySpan<char> name)
    {
        var slash = name.IndexOf('/');
        if (slash <= 0)
        {
            return 0;
        }

        var first = name[..slash];
        return first.ContainsAny('.', ':') || first.ContainsAnyInRange('A', 'Z') || first is "localhost" ? slash : 0;
    }

    private static ValueError? CheckRegistry(string text, TextSpan span)
    {
        var written = Part(text, span);
        var bracket = written[0] == '[' ? written.IndexOf(']', StringComparison.Ordinal) : -1;
        var colon = written.IndexOf(':', bracket + 1);
        var host = colon < 0 ? written : written[..colon];
        var port = colon < 0 ? "0" : written[(colon + 1)..];
        var isHost = bracket >= 0
            ? bracket == host.Length - 1 && bracket > 1 && host[1..^1].All(c => char.IsAsciiHexDigit(c) || c == ':')
            : host.Split('.').All(label => label.Length > 0 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
        return isHost && port.Length > 0 && port.All(char.IsAsciiDigit) ? null
            : new ValueError(span, $"'{written}' is not a registry. Before the first slash stands a host, as in 'ghcr.io/owner/image' or 'localhost:5000/image'.");
    }

    private static ValueError? CheckRepository(string text, TextSpan span)
    {
        var written = Part(text, span);
        if (written.Length == 0)
        {
            return new ValueError(span, $"Image '{text}' has no name. Write one such as 'nginx:1.27'.");
        }

        if (written.AsSpan().IndexOfAnyInRange('A', 'Z') >= 0)
        {
            return new ValueError(span, $"'{written}' has upper case letters. Names of images are lower case, as in '{written.ToLowerInvariant()}'.");
        }

        if (span.Length == 64 && span.Length == text.Length && written.All(char.IsAsciiHexDigit))
        {
            return new ValueError(span, $"'{written}' is the identifier of an image, not a name. Write a name such as 'nginx:1.27'.");
        }

        var start = span.Start;
        foreach (var part in written.Split('/'))
        {
            if (!IsPathPart(part))
            {
                return new ValueError(TextSpan.FromLength(start, part.Length), part.Length == 0
                    ? $"'{written}' has nothing between two slashes or at an end. Write a name such as 'owner/image'."
                    : $"'{part}' cannot be part of the name of an image. It takes lower case letters and digits, with '.', '_', '__' or dashes between them.");
            }

            start += part.Length + 1;
        }

        return null;
    }

    // Letters and digits; between them one dot, one or two underscores, or any number of dashes.
    private static bool IsPathPart(string part)
    {
        var separator = 0;
        for (var i = 0; i < part.Length; i++)
        {
            if (char.IsAsciiLetterLower(part[i]) || char.IsAsciiDigit(part[i]))
            {
                separator = 0;
                continue;
            }

            separator++;
            var isFollowUp = separator > 1 && part[i] == part[i - 1] && (part[i] == '-' || (part[i] == '_' && separator == 2));
            if (part[i] is not ('.' or '_' or '-') || i == 0 || (separator > 1 && !isFollowUp))
            {
                return false;
            }
        }

        return part.Length > 0 && separator == 0;
    }

    private static ValueError? CheckTag(string text, TextSpan span)
    {
        var tag = Part(text, span);
        return tag.Length is > 0 and <= 128 && tag[0] is not ('.' or '-') && tag.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-') ? null
            : new ValueError(span, $"{(tag.Length == 0 ? "The tag behind the colon is empty." : $"'{tag}' is not a tag.")} A tag has up to 128 letters, digits, '_', '.' and '-', and begins with none of the last two.");
    }

    private static ValueError? CheckDigest(string text, TextSpan span)
    {
        var digest = Part(text, span);
        var colon = digest.IndexOf(':', StringComparison.Ordinal);
        var length = colon < 0 ? 0 : digest[..colon] switch { "sha256" => 64, "sha384" => 96, "sha512" => 128, _ => 0 };
        return length > 0 && digest.Length - colon - 1 == length && digest.AsSpan(colon + 1).IndexOfAnyExcept(_hexDigits) < 0 ? null
            : new ValueError(span, $"{(digest.Length == 0 ? "The digest behind '@' is empty." : $"'{digest}' is not a digest.")} A digest is written 'sha256:' and 64 hexadecimal digits in lower case.");
    }

    private static string Part(string text, TextSpan span) => text[span.Start..span.End];
}
