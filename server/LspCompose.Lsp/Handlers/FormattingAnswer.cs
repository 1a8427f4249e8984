using LspCompose.Analysis;
using LspCompose.Analysis.Formatting;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary>What all requests for formatting have in common.</summary>
internal static class FormattingAnswer
{
    /// <summary>The edits of an open document; null for one that is not analysed. What the user set counts more than what the editor asks for.</summary>
    public static IReadOnlyList<TextEdit>? Of(Session session, string uri, FormattingOptions asked, Func<ComposeFile, FormatOptions, IReadOnlyList<Yaml.Text.TextEdit>> format)
    {
        if (!session.TryGetAnalysed(uri, out var document))
        {
            return null;
        }

        var workspace = session.ViewOf(document).Workspace;
        if (!workspace.TryGetFile(document.Path, out var file))
        {
            return null;
        }

        var options = workspace.Settings.Format with
        {
            Indent = workspace.Settings.Format.Indent ?? asked.TabSize,
            TrimTrailingWhitespace = asked.TrimTrailingWhitespace ?? true,
            InsertFinalNewline = asked.InsertFinalNewline ?? true,
            TrimFinalNewlines = asked.TrimFinalNewlines ?? true,
        };
        return [.. format(file, options).Select(edit => new TextEdit { Range = session.Client.Encoding.ToRange(document.Text, edit.Span), NewText = edit.NewText })];
    }
}
