using CsCheck;

namespace LspCompose.Analysis.Tests.Migration;

public sealed class ConversionContractTests
{
    [Fact]
    public void Every_fix_of_a_random_file_keeps_the_contract()
    {
        var iterations = long.TryParse(Environment.GetEnvironmentVariable("LSPCOMPOSE_GENERATED_FILES"), out var asked) ? asked : 300;
        Gen.Select(Gen.Int, Gen.Int[1, 7]).Sample(
            (seed, size) =>
            {
                var text = RandomComposeFile.Write(seed, size);
                var violations = ConversionContract.Violations(text);
                Assert.True(violations.Count == 0, $"{text}\n=====\n{string.Join('\n', violations)}");
            },
            iter: iterations);
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
