namespace LspCompose.Yaml.Tests;

/// <summary>The reference data named by the environment variable LSPCOMPOSE_SHARED; tests that need it are skipped without it.</summary>
internal static class SharedData
{
    public static string Folder(string name)
    {
        var shared = Environment.GetEnvironmentVariable("LSPCOMPOSE_SHARED");
        Assert.SkipWhen(string.IsNullOrEmpty(shared), "LSPCOMPOSE_SHARED does not name the folder with the reference data.");
        var folder = Path.Combine(shared ?? "", name);
        Assert.SkipUnless(Directory.Exists(folder), $"{folder} does not exist.");
        return folder;
    }

    /// <summary>The compose files of the corpus by name.</summary>
    public static IReadOnlyList<(string Name, string Text)> Corpus() =>
    [
        .. Directory.EnumerateFiles(Folder("corpus"))
            .Where(file => Path.GetExtension(file) is ".yml" or ".yaml")
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), new System.Text.UTF8Encoding(false).GetString(File.ReadAllBytes(file)))),
    ];
}
