using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Publishing;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Rpc;
using LspCompose.Lsp.Sessions;
using Newtonsoft.Json;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>initialize</c>: agrees on capabilities and starts to watch the client's process.</summary>
internal sealed class InitializeHandler(Registrations registrations, Action<int> watchProcess, ServerLog log) : IMutationHandler<InitializeParams, InitializeResult>
{
    private static readonly string Version = typeof(InitializeHandler).Assembly.GetName().Version?.ToString(3) ?? "0";

    public (Session Next, InitializeResult Result) Handle(Session session, InitializeParams parameters)
    {
        if (parameters.ProcessId is { } processId)
        {
            watchProcess(processId);
        }

        var client = ReadProfile(parameters);
        var settings = SettingsReader.Section(parameters.InitializationOptions) is { } section ? SettingsReader.Read(section, log.WarnUserOnce) : EditorSettings.None;
        var result = new InitializeResult
        {
            ServerInfo = new ServerInfo { Name = "lspcompose", Version = Version },
            Capabilities = registrations.Capabilities(client),
        };
        return (session.WithSettings(settings) with { Phase = Phase.Running, Client = client, AwaitsSettings = client.AnswersConfiguration }, result);
    }

    private static ClientProfile ReadProfile(InitializeParams parameters)
    {
        try
        {
            return ClientProfile.From(parameters, SettingsReader.Mode(parameters.InitializationOptions));
        }
        catch (JsonException e)
        {
            throw new ProtocolError(ErrorCodes.InvalidParams, $"The client's capabilities are wrong: {e.Message}");
        }
    }
}
