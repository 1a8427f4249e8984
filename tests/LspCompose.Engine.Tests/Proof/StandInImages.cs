using System.Text.RegularExpressions;

namespace LspCompose.Engine.Tests.Proof;

/// <summary>Images by the names the files use, all of them BusyBox: they ignore their arguments and wait.</summary>
internal static partial class StandInImages
{
    private static readonly SemaphoreSlim OneAtATime = new(1);

    public static async Task MakeAsync(IEnumerable<string> files, CancellationToken cancellation)
    {
        await OneAtATime.WaitAsync(cancellation);
        try
        {
            foreach (var image in files.SelectMany(text => Image().Matches(text).Select(match => match.Groups[1].Value)).Where(image => image != Tools.Image).Distinct())
            {
                if (!await Command.SucceedsAsync("docker", ["image", "inspect", image], cancellation))
                {
                    await MakeAsync(image, cancellation);
                }
            }
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static async Task MakeAsync(string image, CancellationToken cancellation)
    {
        var folder = Path.GetTempPath();
        var created = await Command.RunAsync(folder, "docker", ["create", Tools.Image], cancellation);
        created.AssertSuccess();
        var container = created.Output.Trim();
        try
        {
            (await Command.RunAsync(folder, "docker", ["commit", "--change", """ENTRYPOINT ["/bin/sh", "-c", "exec sleep 3600", "stand-in"]""", container, image], cancellation)).AssertSuccess();
        }
        finally
        {
            await Command.RunAsync(folder, "docker", ["rm", container], CancellationToken.None);
        }
    }

    [GeneratedRegex("""\bimage:\s*["']?([\w./:-]+)""")]
    private static partial Regex Image();
}
