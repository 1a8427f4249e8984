namespace LspCompose.Engine.Tests;

/// <summary>Real files: what some Compose loads, Compose v2 loads after the migration, and a second migration changes nothing.</summary>
public sealed class CorpusTests
{
    // Their texts hold variables in places where Compose v2 takes no empty value; nobody but the user knows what to set, or the file names a network nobody declares.
    private static readonly HashSet<string> NeedMore = ["rc-kafka-3.yml", "rc-taiga.yml", "emb-sven-spec-ports.yml"];

    public static TheoryData<string> Files
    {
        get
        {
            var table = Path.Combine(Environment.GetEnvironmentVariable("LSPCOMPOSE_SHARED") ?? "", "corpus", "tools.tsv");
            return File.Exists(table) ? [.. File.ReadLines(table).Skip(1).Select(line => line.Split('\t')).Where(row => row[1] == "0" || row[3] == "0").Select(row => row[0]).Where(name => !NeedMore.Contains(name))] : [""];
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Compose_loads_a_migrated_file(string name)
    {
        Assert.SkipWhen(name.Length == 0, "LSPCOMPOSE_SHARED does not name the folder of recorded data.");
        var cancellation = TestContext.Current.CancellationToken;
        var compose = await Tools.RequireComposeAsync(cancellation);
        var folder = Directory.CreateTempSubdirectory("lspcompose-");
        try
        {
            var path = Path.Combine(folder.FullName, "docker-compose.yml");
            File.Copy(Path.Combine(Environment.GetEnvironmentVariable("LSPCOMPOSE_SHARED") ?? "", "corpus", name), path);

            // Files of variables that were not recorded are empty.
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, ".env"), "", cancellation);

            (await Tools.LspComposeAsync(folder.FullName, ["migrate", "--write", "docker-compose.yml"], cancellation)).AssertSuccess();
            var migrated = await File.ReadAllTextAsync(path, cancellation);

            (await Command.RunAsync(folder.FullName, compose[0], [.. compose.Skip(1), "-f", "docker-compose.yml", "-p", "corpus", "config", "-q"], cancellation)).AssertSuccess();
            (await Tools.LspComposeAsync(folder.FullName, ["migrate", "--write", "docker-compose.yml"], cancellation)).AssertSuccess();
            Assert.Equal(migrated, await File.ReadAllTextAsync(path, cancellation));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
