using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Formatting;

/// <summary>Moves block scalars as a whole: every line by the same number of columns, so that what they say stays the same to the character.</summary>
internal static class BlockScalarLayout
{
    /// <summary>Lays out a block scalar in a collection; its text moves only if the collection does.</summary>
    public static void Apply(Sheet sheet, YamlNode scalar, Level level)
    {
        var text = sheet.Text;
        var header = sheet.LineOf(scalar.Span.Start);
        var last = sheet.LineOf(scalar.Span.End);
        var (digit, keeps) = ReadHeader(text.Slice(new TextSpan(scalar.Span.Start + 1, text.LineSpan(header).End)));
        var first = header + 1;
        while (first <= last && sheet.IsBlank(first))
        {
            first++;
        }

        var old = digit > 0 ? level.Old + digit : first <= last ? Spaces(text, first) : int.MaxValue;

        // Blank lines that follow belong to the text where they are kept or longer than its indentation.
        var end = last;
        for (var line = last + 1; line < text.LineCount && sheet.IsBlank(line); line++)
        {
            end = keeps || first > last || Spaces(text, line) > old ? line : end;
        }

        var shift = level.New == level.Old || old == int.MaxValue ? 0
            : digit > 0 ? level.New - level.Old
            : level.New + sheet.Options.Step - old;
        for (var line = header + 1; line <= end; line++)
        {
            sheet.Use(line, LineUse.BlockScalar);
            if (shift != 0 && Shift(text, line, old, shift) is { } edit)
            {
                sheet.Change(edit);
            }
        }
    }

    private static (int Digit, bool Keeps) ReadHeader(ReadOnlySpan<char> header)
    {
        var (digit, keeps) = (0, false);
        foreach (var sign in header[..Math.Min(2, header.Length)])
        {
            if (char.IsAsciiDigit(sign))
            {
                digit = sign - '0';
            }
            else if (sign is '+' or '-')
            {
                keeps = sign == '+';
            }
            else
            {
                break;
            }
        }

        return (digit, keeps);
    }

    private static TextEdit? Shift(SourceText text, int line, int old, int shift)
    {
        var (start, spaces) = (text.LineStart(line), Spaces(text, line));
        if (spaces <= old && spaces == text.LineSpan(line).Length)
        {
            // Blanks up to the indentation say nothing; beyond the new one they would.
            return spaces > old + shift ? TextEdit.Delete(new TextSpan(start + old + shift, start + spaces)) : null;
        }

        return shift > 0 ? TextEdit.Insert(start, new string(' ', shift)) : TextEdit.Delete(TextSpan.FromLength(start, -shift));
    }

    private static int Spaces(SourceText text, int line)
    {
        var span = text.LineSpan(line);
        var length = text.Slice(span).IndexOfAnyExcept(' ');
        return length < 0 ? span.Length : length;
    }
}
