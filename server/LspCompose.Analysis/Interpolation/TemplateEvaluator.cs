using System.Text;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Interpolation;

/// <summary>
/// One pass over one template. It takes what Compose's regular expression and its brace counting take: an operator is valid when a <c>}</c> follows on the same line, and
/// the reference ends where the braces are even, or at the last <c>}</c> of the line when they never are.
/// </summary>
internal sealed class TemplateEvaluator(string text, Func<string, string?> lookup, TemplateMode mode, int room)
{
    // Deeper nesting is nobody's intention, and neither time nor stack may depend on it.
    private const int MaximumDepth = 100;

    private readonly StringBuilder value = new();
    private readonly List<TemplateSegment> segments = [];
    private readonly List<TemplateProblem> problems = [];
    private readonly List<VariableUse> variables = [];
    private Dictionary<int, int>? closingBraces;

    /// <summary>How many characters the values of variables may still add.</summary>
    public int Room { get; private set; } = room;

    public TemplateResult Run()
    {
        Evaluate(new TextSpan(0, text.Length), Purpose.Value, 0);
        // A message is evaluated after the problem it belongs to is known to exist.
        problems.Sort((left, right) => left.Span.Start.CompareTo(right.Span.Start));
        return new TemplateResult(value.ToString(), segments, problems, variables);
    }

    private void Evaluate(TextSpan span, Purpose purpose, int depth)
    {
        var position = span.Start;
        var literal = position;
        var line = new Line(text, span.End);
        while (position < span.End)
        {
            var dollar = text.IndexOf('$', position, span.End - position);
            if (dollar < 0 || dollar + 1 >= span.End)
            {
                break;
            }

            position = dollar + 1;
            switch (text[position])
            {
                case '$':
                    position++;
                    AppendLiteral(literal, dollar, purpose);
                    AppendSubstituted("$", new TextSpan(dollar, position), purpose);
                    literal = position;
                    break;

                case var first when IsNameStart(first):
                    var name = new TextSpan(position, NameEnd(position, span.End));
                    position = name.End;
                    AppendLiteral(literal, dollar, purpose);
                    Plain(name, new TextSpan(dollar, position), purpose);
                    literal = position;
                    break;

                case '{':
                    if (ReadBraced(dollar, span.End, line) is not { } reference)
                    {
                        ReportInvalid(dollar, span.End, purpose);
                        position++;
                    }
                    else if (reference.Operator != VariableOperator.None && depth == MaximumDepth)
                    {
                        Report(TemplateProblemKind.InvalidFormat, reference.Span, text[reference.Name.Start..reference.Name.End], "", purpose);
                        position = reference.Span.End;
                    }
                    else
                    {
                        position = reference.Span.End;
                        AppendLiteral(literal, dollar, purpose);
                        Braced(reference, purpose, depth);
                        literal = position;
                    }

                    break;
            }
        }

        AppendLiteral(literal, span.End, purpose);
    }

    private Reference? ReadBraced(int dollar, int end, Line line)
    {
        var start = dollar + 2;
        if (start >= end || !IsNameStart(text[start]))
        {
            return null;
        }

        var name = new TextSpan(start, NameEnd(start, end));
        if (name.End < end && text[name.End] == '}')
        {
            return new Reference(new TextSpan(dollar, name.End + 1), name, VariableOperator.None, TextSpan.FromLength(name.End, 0));
        }

        var operation = OperatorAt(name.End, end, out var operand);
        var last = operation == VariableOperator.None ? -1 : line.LastBrace(operand);
        if (last < operand)
        {
            return null;
        }

        var close = ClosingBrace(name.Start, last + 1);
        close = close < 0 ? last : close;
        return new Reference(new TextSpan(dollar, close + 1), name, operation, new TextSpan(operand, close));
    }

    // Counts braces as Compose does: the character after an opening one is not looked at.
    private int ClosingBrace(int from, int end)
    {
        var open = 1;
        for (var i = from; i < end; i++)
        {
            if (text[i] == '}')
            {
                open--;
                if (open == 0)
                {
                    return i;
                }
            }
            else if (text[i] == '{')
            {
                open++;
                i++;
            }
        }

        return -1;
    }

    private VariableOperator OperatorAt(int position, int end, out int operand)
    {
        var colon = position < end && text[position] == ':';
        var sign = colon ? position + 1 : position;
        operand = sign + 1;
        return (sign < end ? text[sign] : '\0') switch
        {
            '-' => colon ? VariableOperator.DefaultIfEmpty : VariableOperator.DefaultIfUnset,
            '+' => colon ? VariableOperator.AlternativeIfNotEmpty : VariableOperator.AlternativeIfSet,
            '?' => colon ? VariableOperator.RequiredNotEmpty : VariableOperator.Required,
            _ => VariableOperator.None,
        };
    }

    private void Plain(TextSpan nameSpan, TextSpan span, Purpose purpose)
    {
        var name = text[nameSpan.Start..nameSpan.End];
        var found = purpose == Purpose.Nothing ? null : lookup(name);
        var kind = purpose == Purpose.Nothing ? VariableUseKind.Unevaluated : found is null ? VariableUseKind.Unset : VariableUseKind.Set;
        variables.Add(new VariableUse(name, nameSpan, span, kind, VariableOperator.None, TextSpan.FromLength(nameSpan.End, 0)));
        AppendVariable(name, found ?? "", span, purpose);
    }

    private void Braced(Reference reference, Purpose purpose, int depth)
    {
        if (reference.Operator == VariableOperator.None)
        {
            Plain(reference.Name, reference.Span, purpose);
            return;
        }

        var name = text[reference.Name.Start..reference.Name.End];
        if (purpose == Purpose.Nothing)
        {
            variables.Add(new VariableUse(name, reference.Name, reference.Span, VariableUseKind.Unevaluated, reference.Operator, reference.Operand));
            Evaluate(reference.Operand, Purpose.Nothing, depth + 1);
            return;
        }

        var found = lookup(name);
        var kind = Outcome(reference.Operator, found);
        variables.Add(new VariableUse(name, reference.Name, reference.Span, kind, reference.Operator, reference.Operand));
        switch (kind)
        {
            case VariableUseKind.MissingRequired:
                var before = value.Length;
                Evaluate(reference.Operand, Purpose.Message, depth + 1);
                var message = value.ToString(before, value.Length - before);
                value.Length = before;
                Report(TemplateProblemKind.MissingRequired, reference.Span, name, message, purpose);
                AppendSubstituted("", reference.Span, purpose);
                break;

            case VariableUseKind.Defaulted:
            case VariableUseKind.Set when IsAlternativeUsed(reference.Operator, found):
                var count = segments.Count;
                Evaluate(reference.Operand, purpose, depth + 1);
                if (segments.Count == count)
                {
                    // An empty text has no place of its own.
                    AppendSubstituted("", reference.Span, purpose);
                }

                break;

            default:
                Evaluate(reference.Operand, mode == TemplateMode.Eager ? Purpose.Check : Purpose.Nothing, depth + 1);
                var taken = reference.Operator is VariableOperator.AlternativeIfNotEmpty or VariableOperator.AlternativeIfSet ? "" : found ?? "";
                AppendVariable(name, taken, reference.Span, purpose);
                break;
        }
    }

    private static VariableUseKind Outcome(VariableOperator operation, string? found) => operation switch
    {
        VariableOperator.DefaultIfEmpty when string.IsNullOrEmpty(found) => VariableUseKind.Defaulted,
        VariableOperator.DefaultIfUnset when found is null => VariableUseKind.Defaulted,
        VariableOperator.RequiredNotEmpty when string.IsNullOrEmpty(found) => VariableUseKind.MissingRequired,
        VariableOperator.Required when found is null => VariableUseKind.MissingRequired,
        _ => found is null ? VariableUseKind.Absent : VariableUseKind.Set,
    };

    private static bool IsAlternativeUsed(VariableOperator operation, string? found) => operation switch
    {
        VariableOperator.AlternativeIfNotEmpty => !string.IsNullOrEmpty(found),
        VariableOperator.AlternativeIfSet => found is not null,
        _ => false,
    };

    private void ReportInvalid(int dollar, int end, Purpose purpose)
    {
        if (purpose != Purpose.Nothing)
        {
            var name = dollar + 2 < end && IsNameStart(text[dollar + 2]) ? text[(dollar + 2)..NameEnd(dollar + 2, end)] : "";
            Report(TemplateProblemKind.InvalidFormat, new TextSpan(dollar, MalformedEnd(dollar, end)), name, "", purpose);
        }
    }

    private void Report(TemplateProblemKind kind, TextSpan span, string variable, string detail, Purpose purpose)
    {
        if (purpose != Purpose.Nothing)
        {
            problems.Add(new TemplateProblem(kind, span, variable, detail));
        }
    }

    // Up to the brace that was meant to close it; without one, to the end of the word.
    private int MalformedEnd(int dollar, int end)
    {
        closingBraces ??= MatchBraces();
        if (closingBraces.TryGetValue(dollar + 1, out var close) && close < end)
        {
            return close + 1;
        }

        var position = dollar + 2;
        while (position < end && text[position] is not '$' && !char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position;
    }

    private Dictionary<int, int> MatchBraces()
    {
        var pairs = new Dictionary<int, int>();
        var open = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '{')
            {
                open.Push(i);
            }
            else if (text[i] == '}' && open.TryPop(out var start))
            {
                pairs.Add(start, i);
            }
        }

        return pairs;
    }

    private void AppendLiteral(int start, int end, Purpose purpose)
    {
        if (start == end)
        {
            return;
        }

        Append(text.AsSpan(start, end - start), new TextSpan(start, end), TemplateSegmentKind.Literal, purpose);
    }

    // A variable may hold another one twice, and so on: what a short file asks for may not fit into any memory.
    private void AppendVariable(string name, string found, TextSpan source, Purpose purpose)
    {
        if (purpose is Purpose.Value or Purpose.Message)
        {
            var growth = Math.Max(0, found.Length - source.Length);
            if (growth > Room)
            {
                Report(TemplateProblemKind.TooLong, source, name, "", purpose);
                found = "";
            }
            else
            {
                Room -= growth;
            }
        }

        AppendSubstituted(found, source, purpose);
    }

    private void AppendSubstituted(string replacement, TextSpan source, Purpose purpose) => Append(replacement, source, TemplateSegmentKind.Substituted, purpose);

    private void Append(ReadOnlySpan<char> added, TextSpan source, TemplateSegmentKind kind, Purpose purpose)
    {
        if (purpose == Purpose.Value)
        {
            segments.Add(new TemplateSegment(TextSpan.FromLength(value.Length, added.Length), source, kind));
        }

        if (purpose is Purpose.Value or Purpose.Message)
        {
            value.Append(added);
        }
    }

    private int NameEnd(int position, int end)
    {
        while (position < end && (IsNameStart(text[position]) || char.IsAsciiDigit(text[position])))
        {
            position++;
        }

        return position;
    }

    private static bool IsNameStart(char c) => c == '_' || char.IsAsciiLetter(c);

    /// <summary>What a part of the template is evaluated for.</summary>
    private enum Purpose
    {
        /// <summary>It is part of the value.</summary>
        Value,

        /// <summary>It is part of the message about a missing variable.</summary>
        Message,

        /// <summary>Only its problems matter.</summary>
        Check,

        /// <summary>It is not evaluated; only the variables in it are listed.</summary>
        Nothing,
    }

    private readonly record struct Reference(TextSpan Span, TextSpan Name, VariableOperator Operator, TextSpan Operand);

    /// <summary>Answers where the last closing brace of a line is; each line is searched once.</summary>
    private sealed class Line(string text, int textEnd)
    {
        private int end = -1;
        private int lastBrace = -1;

        public int LastBrace(int position)
        {
            // Before the line's end the same line was asked for, as positions only grow.
            if (position > end)
            {
                end = position < textEnd ? text.IndexOf('\n', position, textEnd - position) : textEnd;
                end = end < 0 ? textEnd : end;
                lastBrace = end > position ? text.LastIndexOf('}', end - 1, end - position) : -1;
            }

            return lastBrace;
        }
    }
}
