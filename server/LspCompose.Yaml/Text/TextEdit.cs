namespace LspCompose.Yaml.Text;

/// <summary>Replaces the text of a span (0-based UTF-16 offsets of the text before any edit) by new text.</summary>
public readonly record struct TextEdit(TextSpan Span, string NewText)
{
    /// <summary>An edit that inserts text at an offset.</summary>
    public static TextEdit Insert(int offset, string text) => new(new TextSpan(offset, offset), text);

    /// <summary>An edit that deletes a span.</summary>
    public static TextEdit Delete(TextSpan span) => new(span, "");
}
