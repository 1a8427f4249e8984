using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>Moves services from the root of a first-format file under <c>services:</c> by indenting their lines; nothing else of them changes.</summary>
internal static class LegacyWrapper
{
    /// <summary>Why a file cannot be wrapped, null when it can.</summary>
    public static string? Obstacle(ComposeFile file)
    {
        var root = file.Model.Roots[0];
        if (root.IsFlow)
        {
            return "the services stand in one flow mapping at the root; write them in block style first";
        }

        if (root.Get("services") is not null)
        {
            return "an empty 'services' stands beside the services; remove it first";
        }

        var first = -1;
        var last = -1;
        var index = 0;
        foreach (var entry in root.Entries)
        {
            if (!TopLevelKeys.IsReserved(entry))
            {
                first = first < 0 ? index : first;
                last = index;
            }

            index++;
        }

        foreach (var entry in root.Entries.Skip(first).Take(last - first + 1))
        {
            if (TopLevelKeys.IsReserved(entry))
            {
                return $"'{entry.Name}' stands between the services; move it above or below them first";
            }

            if (!entry.Value.IsMapping && !entry.Value.IsAlias)
            {
                return $"'{entry.Name}' is no service";
            }
        }

        return LegacyKeys.Obstacle(file);
    }

    /// <summary>
    /// The edits of the services together with those that indent them and put <c>services:</c> above. A comment block right above the first service
    /// moves with it unless it starts the file.
    /// </summary>
    public static EditList Wrap(ComposeFile file, Layout layout, EditList services, TopLevelWriter top)
    {
        LegacyKeys.Convert(file, layout, services, top);
        var text = file.Text;
        var root = file.Model.Roots[0];
        var entries = root.Entries.Where(entry => !TopLevelKeys.IsReserved(entry)).ToList();
        var indent = new string(' ', IndentUnit(file, layout));
        var firstLine = FirstLine(text, entries[0]);
        var lastLine = LastLine(file, entries[^1]);
        var result = new EditList();
        var column = new string(' ', layout.Column(entries[0].Key.FullSpan.Start));
        result.Insert(text.LineStart(firstLine) + BomLength(text, firstLine), column + "services:" + layout.LineBreak);
        var edits = services.ToEdits();
        foreach (var edit in edits)
        {
            result.Replace(edit.Span, Indent(edit.NewText, indent, BringsLines(text, edit)));
        }

        var index = 0;
        for (var line = firstLine; line <= lastLine; line++)
        {
            var start = text.LineStart(line) + BomLength(text, line);
            while (index < edits.Count && edits[index].Span.End <= start)
            {
                index++;
            }

            // A line that is replaced as a whole has brought its own, indented text.
            var isReplaced = index < edits.Count && edits[index].Span.Start <= start;
            if (!isReplaced && IsIndented(file, line))
            {
                result.Insert(start, indent);
            }
        }

        return result;
    }

    // Whole lines are put in at a line's start; blanks put in there only move the line.
    private static bool BringsLines(SourceText text, TextEdit edit) =>
        edit.Span.Start == text.LineStart(text.LineOf(edit.Span.Start))
        && (edit.Span.Length > 0 || edit.NewText.EndsWith('\n') || edit.NewText.EndsWith('\r'));

    private static string Indent(string added, string indent, bool startsLine)
    {
        var result = new System.Text.StringBuilder();
        var atStart = startsLine;
        foreach (var c in added)
        {
            if (atStart && c is not ('\n' or '\r'))
            {
                result.Append(indent);
            }

            atStart = c is '\n' or '\r';
            result.Append(c);
        }

        return result.ToString();
    }

    private static int FirstLine(SourceText text, YamlEntry first)
    {
        var line = text.LineOf(first.Key.FullSpan.Start);
        var top = line;
        while (top > 0 && text.Slice(text.LineSpan(top - 1)).TrimStart().StartsWith("#"))
        {
            top--;
        }

        // A comment block at the very top is about the file.
        return top == 0 ? line : top;
    }

    /// <summary>The last line of the services: trailing comments count when they are indented.</summary>
    private static int LastLine(ComposeFile file, YamlEntry last)
    {
        var text = file.Text;
        var line = text.LineOf(Math.Max(last.Span.Start, last.Span.End - 1));
        for (var next = line + 1; next < text.LineCount; next++)
        {
            var content = text.Slice(text.LineSpan(next));
            if (content.TrimStart().StartsWith("#") && content[0] is ' ' or '\t')
            {
                line = next;
            }
            else if (!content.IsWhiteSpace())
            {
                break;
            }
        }

        return line;
    }

    // A blank line has nothing to indent, except in a block scalar, where its blanks are part of the text.
    private static bool IsIndented(ComposeFile file, int line)
    {
        var span = file.Text.LineSpan(line);
        return !span.IsEmpty && (!file.Text.Slice(span).IsWhiteSpace() || file.Tree.PathTo(span.Start).Any(step => step.Node.Style is ScalarStyle.Literal or ScalarStyle.Folded));
    }

    private static int BomLength(SourceText text, int line) => line == 0 && text.Content.StartsWith('\uFEFF') ? 1 : 0;

    private static int IndentUnit(ComposeFile file, Layout layout) =>
        file.Model.Services.Where(service => service.Body is { IsMapping: true, IsFlow: false }).Select(service => ServiceWriter.IndentUnit(layout, service)).FirstOrDefault(2);
}
