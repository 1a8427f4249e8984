using LspCompose.Analysis.Values;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Values;

public class VolumeSpecTests
{
    [Theory]
    [InlineData("/cache", "Volume||/cache")]
    [InlineData("/cache/../logs/", "Volume||/logs")]
    [InlineData("x", "Volume||x")]
    [InlineData(":x", "Volume||:x")]
    [InlineData("x:", "Volume||x:")]
    [InlineData("data:/d", "Volume|data|/d")]
    [InlineData("./src:/app", "Bind|./src|/app")]
    [InlineData("~:/home", "Bind|~|/home")]
    [InlineData("/a:b//c", "Bind|/a|b/c")]
    [InlineData(@"D:\a:/b", @"Bind|D:\a|/b")]
    [InlineData(@"D:\a:E:\b", @"Bind|D:\a|E:\b")]
    [InlineData(@"\\.\pipe\a:\\.\pipe\a", @"Bind|\\.\pipe\a|\\.\pipe\a")]
    [InlineData("d:/x", "Volume||d:/x")]
    [InlineData("é:/x", "Volume||é:/x")]
    [InlineData("${A:-b}:/x", "Volume|${A:-b}|/x")]
    [InlineData("${A:-${B:-c}}/d:/x:ro", "Volume|${A:-${B:-c}}/d|/x|ro")]
    [InlineData("/a:/b:ro", "Bind|/a|/b|ro")]
    [InlineData("/a:/b:ro,rw", "Bind|/a|/b")]
    [InlineData("/a:/b:z,rslave", "Bind|/a|/b|rslave|z")]
    [InlineData("d1:/b:nocopy,Z", "Volume|d1|/b|nocopy|Z")]
    [InlineData("/a:/b:delegated, ro", "Bind|/a|/b|?delegated|? ro")]
    [InlineData("", "error <>")]
    [InlineData(":/b", "error <>")]
    [InlineData("/a:", "error <>")]
    [InlineData("/a::ro", "error <>")]
    [InlineData("/a:/b:", "error <>")]
    [InlineData("/a:/b:ro:z", "error <:z>")]
    [InlineData("/a${B", "error <${B>")]
    public void Items(string text, string expected) => Assert.Equal(expected, VolumeSpec.Parse(text).Show(text, Show));

    [Fact]
    public void Parts_know_where_they_stand()
    {
        var volume = VolumeSpec.Parse(@"D:\a:/b:ro,foo").Value;
        Assert.NotNull(volume);
        Assert.Equal((new TextSpan(0, 4), new TextSpan(5, 7), new TextSpan(8, 14)), (volume.SourceSpan, volume.TargetSpan, volume.OptionsSpan));
        Assert.Equal([new VolumeOption("ro", new TextSpan(8, 10), true), new VolumeOption("foo", new TextSpan(11, 14), false)], volume.Options);
    }

    [Theory]
    [InlineData("", ".")]
    [InlineData("/", "/")]
    [InlineData("/../a", "/a")]
    [InlineData("../../a/..", "../..")]
    [InlineData("a/./b//c/..", "a/b")]
    public void Paths_are_cleaned_as_Go_does(string path, string expected) => Assert.Equal(expected, GoPath.Clean(path));

    private static string Show(VolumeMount volume) => string.Join('|', (string[])
    [
        volume.Kind.ToString(), volume.Source, volume.Target,
        .. volume.IsReadOnly ? ["ro"] : Array.Empty<string>(), .. volume.NoCopy ? ["nocopy"] : Array.Empty<string>(),
        .. new[] { volume.Propagation, volume.SELinux }.Where(word => word.Length > 0),
        .. volume.Options.Where(option => !option.IsKnown).Select(option => "?" + option.Name),
    ]);
}
