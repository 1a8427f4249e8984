using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Sessions;
using LspCompose.Lsp.Text;

namespace LspCompose.Lsp.Handlers;

/// <summary>Texts as the client can show them.</summary>
internal static class Markup
{
    /// <summary>Markdown, or what is left of it for clients that do not read it.</summary>
    public static MarkupContent Of(ClientProfile client, string markdown) => client.ReadsMarkdown
        ? new MarkupContent { Kind = "markdown", Value = markdown }
        : new MarkupContent { Kind = "plaintext", Value = PlainText.FromMarkdown(markdown) };
}
