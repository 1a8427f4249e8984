using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Formatting;

/// <summary>Edits of blanks.</summary>
internal static class Whitespace
{
    /// <summary>The smallest edit that makes some blanks a number of spaces; null where they are that already.</summary>
    public static TextEdit? Replace(ReadOnlySpan<char> old, TextSpan span, int spaces)
    {
        if (old.IndexOfAnyExcept(' ') >= 0)
        {
            return new TextEdit(span, new string(' ', spaces));
        }

        return old.Length == spaces ? null
            : old.Length > spaces ? TextEdit.Delete(new TextSpan(span.Start + spaces, span.End))
            : TextEdit.Insert(span.End, new string(' ', spaces - old.Length));
    }
}
