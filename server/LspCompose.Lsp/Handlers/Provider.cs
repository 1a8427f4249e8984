using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary>
/// One thing the server offers its client: announced in the answer to <c>initialize</c>, or registered afterwards where the client takes registrations for it.
/// </summary>
/// <param name="Method">The method it is registered by, for instance <c>textDocument/hover</c>.</param>
/// <param name="Capability">Its name among the server's capabilities, for instance <c>hoverProvider</c>; a dot leads into a nested capability.</param>
/// <param name="Options">Its options for a client (the protocol's <c>…Options</c>); null where the client does not get it.</param>
internal sealed record Provider(string Method, string Capability, Func<ClientProfile, object?> Options)
{
    /// <summary>The options of a provider that needs none.</summary>
    public static Func<ClientProfile, object?> Plain { get; } = _ => new WorkDoneProgressOptions();

    /// <summary>True when it is about documents, so that a registration says which ones.</summary>
    public bool IsAboutDocuments => Method.StartsWith("textDocument/", StringComparison.Ordinal);
}
