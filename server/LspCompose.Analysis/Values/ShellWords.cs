using System.Text;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Values;

/// <summary>Commands written as one text, which Compose splits without a shell.</summary>
public static class ShellWords
{
    /// <summary>Splits a command into words.</summary>
    public static Parsed<CommandWords> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (hasWord, isEscaped) = (false, false);

        // Where what is still open began; -1 for nothing.
        var (doubleQuote, singleQuote, backQuote, parenthesis) = (-1, -1, -1, -1);
        TextSpan? dropped = null;
        for (var i = 0; i < text.Length && dropped is null; i++)
        {
            var c = text[i];
            if (isEscaped)
            {
                word.Append(c == 't' ? '\t' : c == 'n' ? '\n' : c);
                (isEscaped, hasWord) = (false, true);
                continue;
            }

            if (c == '\\')
            {
                // In single quotes it stays, yet does not begin a word by itself.
                isEscaped = singleQuote < 0;
                word.Append(isEscaped ? "" : "\\");
                continue;
            }

            if (c is ' ' or '\t' or '\r' or '\n')
            {
                if (singleQuote >= 0 || doubleQuote >= 0 || backQuote >= 0 || parenthesis >= 0)
                {
                    word.Append(c);
                }
                else if (hasWord)
                {
                    words.Add(word.ToString());
                    word.Clear();
                    hasWord = false;
                }

                continue;
            }

            switch (c)
            {
                case '`' when singleQuote < 0 && doubleQuote < 0 && parenthesis < 0:
                    backQuote = backQuote < 0 ? i : -1;
                    break;
                case ')' when singleQuote < 0 && doubleQuote < 0 && backQuote < 0:
                    // A stray one opens what the next one closes.
                    parenthesis = parenthesis < 0 ? i : -1;
                    break;
                case '(' when singleQuote < 0 && doubleQuote < 0 && backQuote < 0:
                    if (parenthesis >= 0 || word.Length == 0 || word[^1] != '$')
                    {
                        return new(TextSpan.FromLength(i, 1), "Compose does not take '(' outside quotes in a command. Put it in quotes, or write the command as a list.");
                    }

                    parenthesis = i;
                    word.Append(c);
                    continue;
                case '"' when singleQuote < 0 && parenthesis < 0:
                    hasWord |= doubleQuote >= 0;
                    doubleQuote = doubleQuote < 0 ? i : -1;
                    continue;
                case '\'' when doubleQuote < 0 && parenthesis < 0:
                    hasWord |= singleQuote >= 0;
                    singleQuote = singleQuote < 0 ? i : -1;
                    continue;
                case ';' or '&' or '|' or '<' or '>' when singleQuote < 0 && doubleQuote < 0 && backQuote < 0 && parenthesis < 0:
                    // As in "2>": the number belongs to what is dropped.
                    hasWord &= !(c == '>' && word.Length > 0 && char.IsAsciiDigit(word[0]));
                    dropped = new TextSpan(i, text.Length);
                    continue;
            }

            hasWord = true;
            word.Append(c);
        }

        if (hasWord)
        {
            words.Add(word.ToString());
        }

        if (isEscaped)
        {
            return new(new TextSpan(text.Length - 1, text.Length), "The command ends with '\\'. Remove it, or write the character it is meant for.");
        }

        var open = new[] { doubleQuote, singleQuote, backQuote, parenthesis }.Where(at => at >= 0).DefaultIfEmpty(-1).Min();
        return open < 0 ? new(new CommandWords(words, dropped))
            : text[open] == ')' ? new(TextSpan.FromLength(open, 1), "Compose does not take ')' outside quotes in a command. Put it in quotes, or write the command as a list.")
            : new(TextSpan.FromLength(open, 1), $"'{text[open]}' is never closed. Write {(text[open] == '(' ? "the closing ')'" : "the same quote again")} where it ends.");
    }
}
