namespace LspCompose.Engine.Tests.Live;

/// <summary>The user's <c>docker</c>, which must succeed; and names nobody else has.</summary>
internal static class Docker
{
    public static string NewName() => $"lspcompose-{Guid.NewGuid():N}";

    public static async Task<string> RunAsync(params string[] arguments)
    {
        var result = await Command.RunAsync(Path.GetTempPath(), "docker", arguments, TestContext.Current.CancellationToken);
        result.AssertSuccess();
        return result.Output.Trim();
    }

    /// <summary>Tidies up: what is not there any more is no matter.</summary>
    public static Task RemoveAsync(params string[] arguments) => Command.RunAsync(Path.GetTempPath(), "docker", arguments, CancellationToken.None);
}
