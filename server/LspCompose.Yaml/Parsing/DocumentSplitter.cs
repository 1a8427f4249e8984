using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Yaml.Parsing;

/// <summary>Cuts a text at its <c>---</c> and <c>...</c> lines, which end a document wherever they stand.</summary>
internal sealed class DocumentSplitter
{
    private readonly SourceText source;
    private readonly string text;
    private readonly List<DocumentPart> parts = [];
    private readonly List<YamlError> errors = [];
    private int start;
    private int marker = -1;

    private DocumentSplitter(SourceText source)
    {
        this.source = source;
        text = source.Content;
    }

    /// <summary>The documents, and errors about their markers.</summary>
    public static (IReadOnlyList<DocumentPart> Parts, IReadOnlyList<YamlError> Errors) Split(SourceText source)
    {
        var splitter = new DocumentSplitter(source);
        splitter.Run();
        return (splitter.parts, splitter.errors);
    }

    private void Run()
    {
        start = text.StartsWith('\uFEFF') ? 1 : 0;
        for (var line = 0; line < source.LineCount; line++)
        {
            var offset = Math.Max(start, source.LineStart(line));
            if (offset + 2 >= text.Length || text[offset] is not ('-' or '.'))
            {
                continue;
            }

            if (IsMarker(offset, "---"))
            {
                Close(offset, Directives.AreAll(text, start, offset));
                marker = offset;
            }
            else if (IsMarker(offset, "..."))
            {
                Close(offset, Trivia.Skip(text, start) >= offset);
                start = source.FullLineSpan(line).End;
                CheckAfterEnd(offset + 3);
            }
        }

        Close(text.Length, Trivia.Skip(text, start) >= text.Length);
    }

    private bool IsMarker(int offset, string word) => string.CompareOrdinal(text, offset, word, 0, 3) == 0 && Trivia.IsSpaceAt(text, offset + 3);

    /// <summary>Ends the document before the offset; without a marker, one that <paramref name="isEmpty"/> is none.</summary>
    private void Close(int end, bool isEmpty)
    {
        if (marker >= 0)
        {
            var body = BlankRest(marker + 3);
            parts.Add(new DocumentPart(start, Math.Min(body, end), end));
            start = end;
        }
        else if (!isEmpty)
        {
            parts.Add(new DocumentPart(start, start, end));
            start = end;
        }

        marker = -1;
    }

    /// <summary>The start of the next line when nothing follows on this one, otherwise the offset itself.</summary>
    private int BlankRest(int offset)
    {
        var span = source.FullLineSpan(source.LineOf(offset));
        return Trivia.Skip(text, offset) >= span.End ? span.End : offset;
    }

    private void CheckAfterEnd(int offset)
    {
        var line = source.LineSpan(source.LineOf(offset));
        var next = Trivia.Skip(text, offset);
        if (next < line.End)
        {
            errors.Add(new YamlError(new TextSpan(next, line.End), "Nothing may follow '...' on its line. Put it on a line of its own."));
        }
    }
}
