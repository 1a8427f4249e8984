namespace LspCompose.Analysis.Tests.Migration;

public sealed class ConversionContractTests
{
    // The same files in every run; LSPCOMPOSE_GENERATED_FILES asks for more of them.
    [Fact]
    public void Every_fix_of_a_random_file_keeps_the_contract()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("LSPCOMPOSE_GENERATED_FILES"), out var asked) ? asked : 300;
        for (var seed = 0; seed < count; seed++)
        {
            var text = RandomComposeFile.Write(seed, (seed % 7) + 1);
            var violations = ConversionContract.Violations(text);
            Assert.True(violations.Count == 0, $"seed {seed}\n{text}\n=====\n{string.Join('\n', violations)}");
        }
    }

    [Fact]
    public void Every_fix_of_a_real_file_keeps_the_contract()
    {
        var wrong = new List<string>();
        foreach (var path in Directory.EnumerateFiles(SharedData.Find("corpus"), "*.y*ml").Order(StringComparer.Ordinal))
        {
            wrong.AddRange(ConversionContract.Violations(File.ReadAllText(path)).Select(violation => $"{Path.GetFileName(path)}: {violation}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
