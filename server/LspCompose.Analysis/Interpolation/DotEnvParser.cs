using System.Globalization;
using System.Text;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Interpolation;

/// <summary>
/// Reads the grammar of Compose with its surprises: what follows a closing quote is the next statement, and a name at the very end of a file without a line break sets nothing.
/// </summary>
internal sealed class DotEnvParser(string text, Func<string, string?> lookup, TemplateMode mode)
{
    private const int MaximumProblems = 100;
    private const char ByteOrderMark = '\uFEFF';

    private readonly List<DotEnvEntry> entries = [];
    private readonly List<DotEnvProblem> problems = [];
    private readonly List<VariableUse> variables = [];
    private readonly Dictionary<string, DotEnvEntry> final = new(StringComparer.Ordinal);
    private int room = Template.MaximumGrowth;
    private int line = 1;
    private int lineCountedTo;

    public DotEnvFile Parse()
    {
        var position = StatementStart(text.StartsWith(ByteOrderMark) ? 1 : 0);
        while (position < text.Length)
        {
            position = StatementStart(ReadStatement(position));
        }

        return new DotEnvFile(entries, problems, variables, final);
    }

    public DotEnvFile ParseRaw()
    {
        var start = text.StartsWith(ByteOrderMark) ? 1 : 0;
        while (start < text.Length)
        {
            var next = LineEnd(start);
            var end = next > start && text[next - 1] == '\r' ? next - 1 : next;
            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            if (start < end && text[start] != '#')
            {
                ReadRaw(new TextSpan(start, end));
            }

            start = next + 1;
        }

        return new DotEnvFile(entries, problems, variables, final);
    }

    private void ReadRaw(TextSpan span)
    {
        var equals = text.IndexOf('=', span.Start, span.Length);
        var name = new TextSpan(span.Start, equals < 0 ? span.End : equals);
        if (name.IsEmpty)
        {
            Report(TextSpan.FromLength(equals, 1), "There is no name before the '='.");
        }
        else if (Cut(name).Any(char.IsWhiteSpace))
        {
            Report(name, $"The name '{Shown(name)}' contains a space. Remove it.");
        }
        else if (equals < 0)
        {
            Add(name, lookup(Cut(name)), name);
        }
        else
        {
            var value = new TextSpan(equals + 1, span.End);
            Add(name, Cut(value), value);
        }
    }

    private int StatementStart(int position)
    {
        while (position < text.Length)
        {
            if (text[position] == '#')
            {
                position = LineEnd(position);
            }
            else if (char.IsWhiteSpace(text[position]))
            {
                position++;
            }
            else
            {
                break;
            }
        }

        return position;
    }

    // Answers where the next statement may start.
    private int ReadStatement(int start)
    {
        const string export = "export";
        var keyStart = start;
        if (string.CompareOrdinal(text, start, export, 0, export.Length) == 0 && start + export.Length < text.Length && text[start + export.Length] is '\t' or '\n' or '\f' or '\r' or ' ')
        {
            keyStart = SkipSpaces(start + export.Length);
            if (keyStart == text.Length)
            {
                Report(TextSpan.FromLength(start, export.Length), "No name follows 'export'.");
                return keyStart;
            }
        }

        var status = FindKeyEnd(keyStart, out var keyEnd);
        if (status == KeyEnd.BadCharacter)
        {
            _ = Rune.DecodeFromUtf16(text.AsSpan(keyEnd), out var rune, out var length);
            var shown = Rune.IsControl(rune) || rune == Rune.ReplacementChar ? string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}") : $"'{rune}'";
            Report(TextSpan.FromLength(keyEnd, length), $"The character {shown} cannot be part of a variable's name. Write NAME=value; a comment starts with '#'.");
            return LineEnd(keyEnd);
        }

        if (status == KeyEnd.TextEnd)
        {
            return text.Length;
        }

        var key = new TextSpan(keyStart, keyStart + text.AsSpan(keyStart, keyEnd - keyStart).TrimEnd().Length);
        if (text.AsSpan(key.Start, key.Length).Contains(' '))
        {
            Report(key, $"The name '{Shown(key)}' contains a space. Write NAME=value.");
            return LineEnd(keyEnd);
        }

        if (text[keyEnd] == '\n')
        {
            if (!key.IsEmpty)
            {
                Add(key, lookup(Cut(key)), key);
            }

            return keyEnd + 1;
        }

        var valueStart = SkipSpaces(keyEnd + 1);
        return valueStart < text.Length && text[valueStart] is '"' or '\'' ? ReadQuoted(key, valueStart) : ReadUnquoted(key, valueStart);
    }

    private KeyEnd FindKeyEnd(int start, out int position)
    {
        position = start;
        while (position < text.Length)
        {
            var c = text[position];
            if (c is '=' or ':' or '\n')
            {
                return KeyEnd.Found;
            }

            _ = Rune.DecodeFromUtf16(text.AsSpan(position), out var rune, out var length);
            if (!IsSpace(c) && c is not ('_' or '.' or '-' or '[' or ']') && !Rune.IsLetter(rune) && !Rune.IsNumber(rune))
            {
                return KeyEnd.BadCharacter;
            }

            position += length;
        }

        return KeyEnd.TextEnd;
    }

    private int ReadUnquoted(TextSpan key, int start)
    {
        var lineEnd = LineEnd(start);
        var written = text.AsSpan(start, lineEnd - start);
        var comment = written.IndexOf(" #", StringComparison.Ordinal);
        written = (comment < 0 ? written : written[..comment]).TrimEnd();
        Add(key, Expand(written.ToString(), new Places(start, [], lineEnd)), TextSpan.FromLength(start, written.Length));
        return lineEnd;
    }

    private int ReadQuoted(TextSpan key, int start)
    {
        var quote = text[start];
        var content = new StringBuilder();
        var places = new List<int>();
        var escaped = false;
        for (var i = start + 1; i < text.Length; i++)
        {
            var c = text[i];
            if (escaped)
            {
                // Before the quote the backslash goes, before anything else it stays for the escape sequences.
                escaped = false;
                if (c != quote)
                {
                    content.Append('\\');
                    places.Add(i - 1);
                }

                content.Append(c);
                places.Add(c == quote ? i - 1 : i);
            }
            else if (c == '\\')
            {
                escaped = true;
            }
            else if (c == quote)
            {
                var value = quote == '"' ? Expand(Unescape(content, places, out var unescapedPlaces), new Places(start + 1, unescapedPlaces, i)) : content.ToString();
                Add(key, value, new TextSpan(start, i + 1));
                return i + 1;
            }
            else
            {
                content.Append(c);
                places.Add(i);
            }
        }

        var lineEnd = LineEnd(start);
        Report(new TextSpan(start, start + text.AsSpan(start, lineEnd - start).TrimEnd().Length), $"The quoted value has no end. Write the closing {quote}.");
        return lineEnd;
    }

    private static string Unescape(StringBuilder written, List<int> writtenPlaces, out List<int> places)
    {
        var content = written.ToString();
        if (!content.Contains('\\'))
        {
            places = writtenPlaces;
            return content;
        }

        var result = new StringBuilder();
        places = [];
        for (var i = 0; i < content.Length;)
        {
            var (replacement, length) = content[i] == '\\' && i + 1 < content.Length ? Escape(content, i) : (content[i].ToString(), 1);
            foreach (var c in replacement)
            {
                result.Append(c);
                places.Add(writtenPlaces[i]);
            }

            i += length;
        }

        return result.ToString();
    }

    private static (string Replacement, int Length) Escape(string content, int at) => content[at + 1] switch
    {
        'a' => ("\a", 2),
        'b' => ("\b", 2),
        'f' => ("\f", 2),
        'n' => ("\n", 2),
        'r' => ("\r", 2),
        't' => ("\t", 2),
        'v' => ("\v", 2),
        '"' => ("\"", 2),
        '\\' => ("\\", 2),
        // What interpolation makes a plain dollar of.
        '$' => ("$$", 2),
        '0' => Octal(content, at + 2),
        _ => ("\\", 1),
    };

    // Only three octal digits that make a byte are a character; with anything else the zero is lost, as in Compose.
    private static (string Replacement, int Length) Octal(string content, int start)
    {
        var end = start;
        while (end < content.Length && end < start + 3 && char.IsAsciiDigit(content[end]))
        {
            end++;
        }

        var digits = content[start..end];
        var isCharacter = digits.Length == 3 && digits[0] <= '3' && digits.All(digit => digit < '8');
        return (isCharacter ? ((char)Convert.ToInt32(digits, 8)).ToString() : "\\" + digits, end - start + 2);
    }

    private string Expand(string value, Places places)
    {
        var result = Template.Substitute(value, name => lookup(name) ?? final.GetValueOrDefault(name)?.Value, mode, ref room);
        foreach (var use in result.Variables)
        {
            variables.Add(use with { NameSpan = places.Of(use.NameSpan), ReferenceSpan = places.Of(use.ReferenceSpan), OperandSpan = places.Of(use.OperandSpan) });
        }

        foreach (var problem in result.Problems)
        {
            Report(places.Of(problem.Span), Message(problem));
        }

        return result.Value;
    }

    private static string Message(TemplateProblem problem) => problem.Kind switch
    {
        TemplateProblemKind.InvalidFormat => "This is no valid reference to a variable. Write '$$' for a plain '$'.",
        TemplateProblemKind.TooLong => $"The value of '{problem.Variable}' is too long to be used here. Use it less often.",
        _ when problem.Detail.Length == 0 => $"The required variable '{problem.Variable}' has no value.",
        _ => $"The required variable '{problem.Variable}' has no value: {problem.Detail}{(problem.Detail[^1] is '.' or '!' or '?' ? "" : ".")}",
    };

    private void Add(TextSpan name, string? value, TextSpan valueSpan)
    {
        // Compose takes a value without a name, but nothing can refer to it.
        if (name.IsEmpty)
        {
            return;
        }

        var entry = new DotEnvEntry(Cut(name), value, name, valueSpan);
        entries.Add(entry);
        if (value is not null)
        {
            final[entry.Name] = entry;
        }
    }

    private void Report(TextSpan span, string message)
    {
        if (problems.Count == MaximumProblems)
        {
            return;
        }

        // Statements are read in the order of the text, and so are the problems of a value.
        line += text.AsSpan(lineCountedTo, span.Start - lineCountedTo).Count('\n');
        lineCountedTo = span.Start;
        problems.Add(new DotEnvProblem(span, line, message));
    }

    private int LineEnd(int position)
    {
        var end = text.IndexOf('\n', position);
        return end < 0 ? text.Length : end;
    }

    private int SkipSpaces(int position)
    {
        while (position < text.Length && IsSpace(text[position]))
        {
            position++;
        }

        return position;
    }

    // White space within a line.
    private static bool IsSpace(char c) => c is '\t' or '\v' or '\f' or '\r' or ' ' or '\u0085' or '\u00A0';

    private string Cut(TextSpan span) => text[span.Start..span.End];

    private string Shown(TextSpan span) => span.Length <= 40 ? Cut(span) : string.Concat(text.AsSpan(span.Start, 40), "…");

    /// <summary>What ends a key.</summary>
    private enum KeyEnd
    {
        /// <summary>A sign or a line break.</summary>
        Found,

        /// <summary>A character no key has.</summary>
        BadCharacter,

        /// <summary>The end of the text.</summary>
        TextEnd,
    }

    /// <summary>Where the characters of a value are in the file: after each other from the start, or each at its own place.</summary>
    private readonly record struct Places(int Start, List<int> Each, int End)
    {
        public TextSpan Of(TextSpan span) => new(Of(span.Start), Of(span.End));

        private int Of(int offset) => Each.Count == 0 ? Start + offset : offset < Each.Count ? Each[offset] : End;
    }
}
