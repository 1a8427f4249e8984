using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Publishing;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>workspace/didChangeConfiguration</c>: the settings are in the message, or the client has to be asked for them, or both.</summary>
internal sealed class DidChangeConfigurationHandler(ClientSettings settings) : INotificationHandler<DidChangeConfigurationParams>
{
    public Session Handle(Session session, DidChangeConfigurationParams parameters)
    {
        settings.Ask(session.Client);
        return SettingsReader.Section(parameters.Settings) is { } section ? settings.Apply(session, section) : session;
    }
}
