using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.LinkEnvironment;

/// <summary>A mention of a variable in a text: the whole expression, who reads it, and the part of it that may be replaced by a value (null for none).</summary>
internal readonly record struct VariableMention(TextSpan Span, VariableReader Reader, TextSpan? Replaceable)
{
    private static readonly string[] DefaultOperators = [":-", "-", ":?", "?", ":=", "="];

    /// <summary>The expression around a name: <c>X</c>, <c>$X</c>, <c>${X}</c> or <c>${X:-default}</c>, a dollar for the container doubled where Compose fills in variables.</summary>
    public static VariableMention Around(LinkText text, TextSpan name)
    {
        var content = text.Text;
        var isBraced = name.Start - text.Start >= 2 && content[name.Start - 1] == '{' && content[name.Start - 2] == '$';
        var start = isBraced ? name.Start - 1 : name.Start;
        var dollars = 0;
        while (start - dollars > text.Start && content[start - dollars - 1] == '$')
        {
            dollars++;
        }

        if (dollars == 0)
        {
            return new(name, VariableReader.Program, null);
        }

        var isForShell = text.IsRaw || dollars % 2 == 0;
        var first = start - (isForShell && !text.IsRaw ? 2 : 1);
        var end = isBraced ? ClosingBrace(content, name.End) : name.End;
        var isPlain = end == name.End + (isBraced ? 1 : 0);
        var span = new TextSpan(first, end < 0 ? name.End : end);
        var reader = isForShell ? VariableReader.Shell : isPlain ? VariableReader.Compose : VariableReader.ComposeOperator;
        return new(span, reader, end >= 0 && (isPlain || HasDefault(content.AsSpan(name.End, end - name.End))) ? span : null);
    }

    // What a default holds must be plain text, so that the expression ends where it seems to.
    private static int ClosingBrace(string content, int from)
    {
        for (var index = from; index < content.Length && content[index] is not ('{' or '$'); index++)
        {
            if (content[index] == '}')
            {
                return index + 1;
            }
        }

        return -1;
    }

    private static bool HasDefault(ReadOnlySpan<char> rest)
    {
        foreach (var operation in DefaultOperators)
        {
            if (rest.StartsWith(operation, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
