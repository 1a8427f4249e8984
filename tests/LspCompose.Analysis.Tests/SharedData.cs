namespace LspCompose.Analysis.Tests;

/// <summary>The folder of recorded data that tests compare with; it is named by the environment and not part of the repository.</summary>
internal static class SharedData
{
    /// <summary>A folder or file of it; the test is skipped, with the reason, where there is none.</summary>
    public static string Find(params string[] path)
    {
        var root = Environment.GetEnvironmentVariable("LSPCOMPOSE_SHARED");
        Assert.SkipWhen(string.IsNullOrEmpty(root), "LSPCOMPOSE_SHARED does not name the folder of recorded data.");
        var full = Path.Combine([root ?? "", .. path]);
        Assert.SkipUnless(Path.Exists(full), $"LSPCOMPOSE_SHARED holds no {string.Join('/', path)}.");
        return full;
    }
}
