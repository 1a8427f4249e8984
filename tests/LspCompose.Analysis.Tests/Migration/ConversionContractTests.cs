namespace LspCompose.Analysis.Tests.Migration;

public sealed class ConversionContractTests
{
    // The same files in every run; LSPCOMPOSE_GENERATED_FILES asks for more of them, LSPCOMPOSE_GENERATED_FIRST for others.
    [Fact]
    public void Every_fix_of_a_random_file_keeps_the_contract()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("LSPCOMPOSE_GENERATED_FILES"), out var asked) ? asked : 300;
        var first = int.TryParse(Environment.GetEnvironmentVariable("LSPCOMPOSE_GENERATED_FIRST"), out var start) ? start : 0;
        var failures = Enumerable.Range(first, count)
            .Select(seed => (Seed: seed, Text: RandomComposeFile.Write(seed, (seed % 7) + 1)))
            .Select(file => (file.Seed, file.Text, Violations: ConversionContract.Violations(file.Text)))
            .Where(file => file.Violations.Count > 0)
            .ToList();
        var shortest = failures.OrderBy(file => file.Text.Length).FirstOrDefault();
        var kinds = string.Join(", ", failures.SelectMany(file => file.Violations.Select(violation => violation.Split('|')[0])).CountBy(kind => kind).Select(kind => $"{kind.Key}: {kind.Value}"));
        Assert.True(failures.Count == 0, $"{failures.Count} files ({kinds}; seeds {string.Join(", ", failures.Take(20).Select(file => $"{file.Seed} {file.Violations[0].Split('\n')[0]}"))}), the shortest from seed {shortest.Seed}:\n{shortest.Text}\n=====\n{string.Join('\n', shortest.Violations ?? [])}");
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
