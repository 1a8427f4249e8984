using LspCompose.Lsp;

return args is ["lsp", ..]
    ? await LanguageServer.RunAsync(Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.Error, CancellationToken.None)
    : 2;
