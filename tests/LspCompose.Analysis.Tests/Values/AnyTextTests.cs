using CsCheck;
using LspCompose.Analysis.Values;
using LspCompose.Testing;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Values;

/// <summary>Whatever the user types, a parser answers, and what it marks lies in the text.</summary>
public class AnyTextTests
{
    private static readonly string[] _pieces =
    [
        "80", "8000-8010", ":", "/udp", "[::1]", "10.0.0.1", "1h", "1.5", "kib", "${A:-", "}", "C:\\x", "/a", ",ro", "\0", "\ud800", "0x", "e+", "9223372036854775808", "$(", "'",
    ];

    private static readonly Gen<string> _text = Gen.OneOf(
        Gen.String,
        Gen.String["0123456789.-+_:/[]${},= smhkgbixpnfeA@~\\'\"`();|&<>é\ud83d\ude00"],
        Gen.Int[0, _pieces.Length - 1].Select(i => _pieces[i]).Array[0, 8].Select(string.Concat));

    [Fact]
    public void No_parser_throws_and_errors_lie_in_the_text() => _text.SampleRepeatably(
        text =>
        {
            foreach (var error in Errors(text))
            {
                Assert.True(new TextSpan(0, text.Length).Contains(error.Span) && error.Span.Length >= 0, $"{error} is not in \"{text}\"");
                Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
            }
        },
        3000);

    private static IEnumerable<ValueError> Errors(string text)
    {
        GoNumber.TryParseInt(text, 0, out _);
        GoNumber.TryParseInt(text, 8, out _);
        if (GoNumber.TryParseFloat(text, out var number))
        {
            GoNumber.FormatFloat(number);
        }

        IpAddress.IsValid(text);
        MacAddress.IsValid(text);
        Platform.IsValid(text);
        if (Cidr.TryParse(text, out var network))
        {
            Assert.True(network.Overlaps(network));
        }

        GoPath.Clean(text);
        return new[]
        {
            Duration.Parse(text, ComposeTarget.Latest).Error, Duration.Parse(text, ComposeTarget.Compose226).Error,
            ByteSize.Parse(text, ComposeTarget.Latest).Error, ByteSize.Parse(text, ComposeTarget.Compose226).Error,
            PortSpec.Parse(text).Error, VolumeSpec.Parse(text).Error, DeviceSpec.Parse(text).Error, ExtraHost.Parse(text).Error, ExtraHost.CheckName(text),
            ShellWords.Split(text).Error, SshKey.Parse(text).Error, CpuCount.Parse(text).Error, DeviceCount.Parse(text).Error,
            FilePermissions.Parse(text, ComposeTarget.Latest).Error, FilePermissions.Parse(text, ComposeTarget.Compose226).Error, RestartPolicy.Parse(text).Error, ImageName.Parse(text).Error,
        }.OfType<ValueError>();
    }
}
