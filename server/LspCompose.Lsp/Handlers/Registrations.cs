using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Rpc;
using LspCompose.Lsp.Sessions;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Handlers;

/// <summary>Tells the client what the server offers, both ways from the one list of providers that is made beside the handlers.</summary>
internal sealed class Registrations(Connection client, IReadOnlyList<Provider> providers)
{
    /// <summary>The capabilities for the answer to <c>initialize</c>: all that is not registered later. How positions are counted and texts are kept is never left for later.</summary>
    public JObject Capabilities(ClientProfile profile)
    {
        var capabilities = new JObject
        {
            ["positionEncoding"] = profile.Encoding.Name,
            ["textDocumentSync"] = ProtocolJson.ToToken(new TextDocumentSyncOptions { OpenClose = true, Change = TextDocumentSyncKind.Incremental, Save = true }),
        };
        foreach (var (provider, options) in Offered(profile).Where(offer => !profile.Registers(offer.Provider.Method)))
        {
            var names = provider.Capability.Split('.');
            var parent = capabilities;
            foreach (var name in names[..^1])
            {
                if (parent[name] is not JObject nested)
                {
                    parent[name] = nested = [];
                }

                parent = nested;
            }

            parent[names[^1]] = options;
        }

        return capabilities;
    }

    /// <summary>Registers what the client takes registrations for.</summary>
    public void Register(ClientProfile profile)
    {
        var registrations = new List<Registration>();
        foreach (var (provider, options) in Offered(profile).Where(offer => profile.Registers(offer.Provider.Method)))
        {
            if (provider.IsAboutDocuments)
            {
                // The documents the client itself has chosen the server for.
                options["documentSelector"] = JValue.CreateNull();
            }

            registrations.Add(new Registration { Id = $"lspcompose.{provider.Method}", Method = provider.Method, RegisterOptions = options });
        }

        if (registrations.Count > 0)
        {
            _ = client.RequestAsync<object>("client/registerCapability", new RegistrationParams { Registrations = registrations }, CancellationToken.None);
        }
    }

    private IEnumerable<(Provider Provider, JObject Options)> Offered(ClientProfile profile) =>
        from provider in providers
        let options = provider.Options(profile)
        where options is not null
        select (provider, (JObject)ProtocolJson.ToToken(options));
}
