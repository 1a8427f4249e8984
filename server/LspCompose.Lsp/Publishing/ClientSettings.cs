using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Rpc;
using LspCompose.Lsp.Sessions;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Publishing;

/// <summary>Gets the user's settings from the client and puts them into force.</summary>
internal sealed class ClientSettings(Connection client, RequestQueue<Session> queue, ServerLog log)
{
    /// <summary>Asks to be told of changes and for the settings as they are, as far as the client offers that.</summary>
    public void Subscribe(ClientProfile profile)
    {
        if (profile.RegistersConfiguration)
        {
            var registration = new Registration { Id = "lspcompose.settings", Method = "workspace/didChangeConfiguration", RegisterOptions = new JObject { ["section"] = "lspcompose" } };
            _ = client.RequestAsync<object>("client/registerCapability", new RegistrationParams { Registrations = [registration] }, CancellationToken.None);
        }

        Ask(profile);
    }

    /// <summary>Asks for the settings, if the client answers that; they come into force when the answer is there, without holding up the queue.</summary>
    public void Ask(ClientProfile profile)
    {
        if (profile.AnswersConfiguration)
        {
            _ = AskAsync();
        }
    }

    /// <summary>Puts settings into force; diagnostics are published anew if they changed anything.</summary>
    public Session Apply(Session session, JObject section)
    {
        var next = session.WithSettings(SettingsReader.Read(section, log.WarnUserOnce));
        if (!ReferenceEquals(next, session) && session.Client.RefreshesDiagnostics && session.Client.PullsDiagnostics)
        {
            _ = client.RequestAsync<object>("workspace/diagnostic/refresh", new JObject(), CancellationToken.None);
        }

        return next;
    }

    private async Task AskAsync()
    {
        var question = new ConfigurationParams { Items = [new ConfigurationItem { Section = "lspcompose" }] };
        var answer = await client.RequestAsync<JArray>("workspace/configuration", question, CancellationToken.None).ConfigureAwait(false);
        await queue.MutateAsync(session =>
        {
            var next = answer is [JObject section] && session.Phase == Phase.Running ? Apply(session, section) : session;
            return (next.AwaitsSettings ? next with { AwaitsSettings = false } : next, true);
        }).ConfigureAwait(false);
    }
}
