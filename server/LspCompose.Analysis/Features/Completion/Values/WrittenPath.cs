using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>A path of the host that is being typed, as far as the cursor: the folders before the last separator, and the name after it.</summary>
internal sealed record WrittenPath
{
    private static readonly string[] Remote = ["://", "service:", "docker-image:", "oci:", "git@", "github.com/"];

    private WrittenPath(CompletionContext context, int start, int nameStart, int nameEnd)
    {
        var text = context.File.Text;
        Folder = text.ToString(new TextSpan(start, nameStart));
        Name = text.ToString(new TextSpan(nameStart, context.Offset));
        Span = new TextSpan(nameStart, nameEnd);
    }

    /// <summary>What is typed of the folders, with the last separator; empty when there are none.</summary>
    public string Folder { get; }

    /// <summary>What is typed of the name before the cursor.</summary>
    public string Name { get; }

    /// <summary>Where the name stands in the file, as far as the next separator.</summary>
    public TextSpan Span { get; }

    /// <summary>What separates folders.</summary>
    public char Separator { get; private init; } = '/';

    /// <summary>True for the source of a mount: what has no folder in front names a volume there.</summary>
    public bool IsMount { get; private init; }

    /// <summary>The path at the cursor; null where none is typed: another part of a short syntax, a URL.</summary>
    public static WrittenPath? At(CompletionContext context)
    {
        var word = context.Word;
        var caret = context.Offset - context.Span.Start;
        if (caret < 0 || caret > word.Length || Remote.Any(word[..caret].Contains))
        {
            return null;
        }

        var isMount = context.TextSchemas.Any(schema => schema.Syntax == "volume");
        var colon = isMount ? EndOfSource(word) : -1;
        if (colon >= 0 && colon < caret)
        {
            return null;
        }

        var isWindows = context.Style != ScalarStyle.DoubleQuoted && (IsDrive(word) || word.StartsWith('\\') || word.StartsWith(@".\", StringComparison.Ordinal) || word.StartsWith(@"..\", StringComparison.Ordinal) || word.StartsWith(@"~\", StringComparison.Ordinal));
        char[] separators = isWindows ? ['/', '\\'] : ['/'];
        var start = word.AsSpan(0, caret).LastIndexOfAny(separators) + 1;
        var end = word.AsSpan(caret).IndexOfAny([.. separators, .. isMount ? ":" : ""]) is >= 0 and var length ? caret + length : word.Length;
        return new WrittenPath(context, context.Span.Start, context.Span.Start + start, context.Span.Start + end)
        {
            IsMount = isMount,
            Separator = isWindows && !word[..caret].Contains('/') ? '\\' : '/',
        };
    }

    // The colon of a drive belongs to the path, one inside ${…} to the variable.
    private static int EndOfSource(string word)
    {
        var depth = 0;
        for (var at = IsDrive(word) ? 2 : 0; at < word.Length; at++)
        {
            depth += word[at] == '{' && at > 0 && word[at - 1] == '$' ? 1 : word[at] == '}' && depth > 0 ? -1 : 0;
            if (word[at] == ':' && depth == 0)
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsDrive(string word) => word.Length > 2 && char.IsAsciiLetter(word[0]) && word[1] == ':' && word[2] is '\\' or '/';
}
