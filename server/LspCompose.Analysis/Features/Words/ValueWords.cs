using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Features.Words;

/// <summary>Texts with a grammar of their own (<c>x-syntax</c>) read out in words.</summary>
internal static class ValueWords
{
    /// <summary>What a text means, in Markdown; null where there is nothing to say or the text is malformed.</summary>
    public static string? Of(string? syntax, string text, ComposeTarget target, Func<string, string> absolute) => syntax switch
    {
        "port" => PortWords.Of(text),
        "expose" => PortWords.Exposed(text),
        "volume" => VolumeWords.Of(text, absolute),
        "tmpfs" => VolumeWords.InMemory(text),
        "volumes-from" => VolumesFrom(text),
        "device" => Device(text),
        "extra-host" => Host(text),
        "image" => ImageWords.Of(text),
        "duration" => AmountWords.Duration(text, target) is { } duration ? $"`{text}` = {duration}" : null,
        "bytes" => AmountWords.Bytes(text, target) is { } bytes ? $"`{text}` = {bytes}" : null,
        "restart-policy" => ProgramWords.Restart(text),
        "command" => ProgramWords.Command(text),
        "file-mode" => Mode(text, target),
        "cidr" => Network(text),
        "user" => User(text),
        "platform" => text.Split('/') is [var system, var processor, ..] parts && Platform.IsValid(text) ? $"System `{system}`, processor `{string.Join('/', parts[1..])}`" : null,
        "build-cache" when !text.Contains('=', StringComparison.Ordinal) => ImageWords.Of(text),
        _ => null,
    };

    private static string? VolumesFrom(string text)
    {
        var isContainer = text.StartsWith("container:", StringComparison.Ordinal);
        var parts = (isContainer ? text["container:".Length..] : text).Split(':');
        return parts[0].Length == 0 ? null
            : $"All mounts of {(isContainer ? "container" : "service")} `{parts[0]}`, {(parts is [_, "ro", ..] ? "read-only" : "readable and writable")}";
    }

    private static string? Device(string text)
    {
        if (!text.StartsWith('/') || DeviceSpec.Parse(text) is not { IsValid: true, Value: { } device })
        {
            return null;
        }

        var may = Sentence.List(device.Permissions.Select(letter => letter switch { 'r' => "read", 'w' => "write", 'm' => "make device nodes", _ => "" }).Where(word => word.Length > 0));
        return $"Device `{device.Source}` of the host as `{device.Target}` in the container, which may {(may.Length == 0 ? "use" : may)} it";
    }

    private static string? Host(string text) => ExtraHost.Parse(text) is not { IsValid: true, Value: { } host } ? null
        : $"In the container `{host.Host}` stands for {Sentence.List(host.Addresses.Select(address => address == "host-gateway" ? "the machine that runs the engine (`host-gateway`)" : $"`{address}`"))}";

    private static string? Mode(string text, ComposeTarget target)
    {
        if (FilePermissions.Parse(text, target) is not { IsValid: true, Value: >= 0 and <= 0xFFF and var bits })
        {
            return null;
        }

        var letters = string.Concat(Enumerable.Range(0, 9).Select(bit => (bits >> (8 - bit) & 1) == 1 ? "rwx"[bit % 3] : '-'));
        return $"`{Convert.ToString(bits, 8).PadLeft(4, '0')}` (`{letters}`): the owner may {May(letters[..3])}, the group {May(letters[3..6])}, others {May(letters[6..])}";
    }

    private static string May(string letters)
    {
        var verbs = Sentence.List(letters.Where(letter => letter != '-').Select(letter => letter switch { 'r' => "read", 'w' => "write", _ => "execute" }));
        return verbs.Length == 0 ? "do nothing" : verbs;
    }

    private static string? Network(string text) => !Cidr.TryParse(text, out var network) ? null
        : !network.IsV4 ? $"An IPv6 network with {network.PrefixLength} bits of prefix"
        : $"An IPv4 network of {Numbers.Count(1L << (32 - network.PrefixLength), "address").Replace("addresss", "addresses", StringComparison.Ordinal)}";

    private static string? User(string text) => text.Split(':') is [{ Length: > 0 } user, { Length: > 0 } group] ? $"User `{user}`, group `{group}`"
        : text is "root" or "0" ? "User `root`: may do everything in the container" : null;
}
