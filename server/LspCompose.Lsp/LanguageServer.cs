namespace LspCompose.Lsp;

/// <summary>The language server: one session over a pair of streams.</summary>
public static class LanguageServer
{
    /// <summary>Serves one client until it says <c>exit</c>, its process dies or the input ends. Returns the process exit code the protocol asks for.</summary>
    public static Task<int> RunAsync(Stream input, Stream output, TextWriter log, CancellationToken cancellation) => throw new NotSupportedException();
}
