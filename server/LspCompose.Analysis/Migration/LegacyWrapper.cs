using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>
/// Moves services from the root of a first-format file under <c>services:</c> by indenting their lines; nothing else of them changes. What stands between
/// them and is no service goes above or below them.
/// </summary>
internal static class LegacyWrapper
{
    /// <summary>Why a file cannot be wrapped, null when it can.</summary>
    public static string? Obstacle(ComposeFile file)
    {
        var root = file.Model.Roots[0];
        if (root.TryGetEntry("services", out var services) && !services.Value.IsNull)
        {
            return "'services' stands beside the services; move them into it first";
        }

        var pieces = Pieces(file);
        foreach (var piece in pieces)
        {
            var name = piece.Entry.Name;
            if (!piece.IsService)
            {
                if (root.IsFlow && !IsDropped(piece.Entry))
                {
                    return $"'{name}' stands between the services; move it above or below them first";
                }

                if (file.Model.IsSharedOutside(piece.Entry.Span) && UsesOf(file, piece.Entry.Span))
                {
                    return $"'{name}' stands between the services and shares anchors with those on both sides of it; move it first";
                }
            }
            else if (!piece.Entry.Value.IsMapping && !piece.Entry.Value.IsAlias)
            {
                return $"'{name}' is no service";
            }
        }

        foreach (var entry in root.Entries)
        {
            if (!TopLevelKeys.IsRootService(entry) && entry.Name is "networks" or "volumes" && ServiceKeys.TellService(file.Model.Resolve(entry.Value)))
            {
                return $"'{entry.Name}' is written like a service, but no service at the root can have that name; rename it first";
            }
        }

        return LegacyKeys.Obstacle(file);
    }

    /// <summary>
    /// The edits of the services together with those that indent them and put <c>services:</c> above. A comment block right above the first service
    /// moves with it unless it starts the file. An empty <c>services</c> and a <c>version</c> among the services go.
    /// </summary>
    public static EditList Wrap(ComposeFile file, Layout layout, EditList services, TopLevelWriter top)
    {
        LegacyKeys.Convert(file, layout, services, top);
        var root = file.Model.Roots[0];
        var pieces = Pieces(file);
        foreach (var entry in root.Entries.Where(entry => entry.Name == "services" || (IsDropped(entry) && pieces.Any(piece => !piece.IsService && piece.Entry.Key == entry.Key))))
        {
            top.DeleteEntry(entry);
        }

        return root.IsFlow ? WrapFlow(file, layout, services, pieces) : WrapBlock(file, layout, services, pieces);
    }

    private static EditList WrapBlock(ComposeFile file, Layout layout, EditList services, List<Piece> pieces)
    {
        var text = file.Text;
        var indent = new string(' ', IndentUnit(file, layout));
        var edits = Indented(file, services.ToEdits(), [.. pieces.Where(piece => piece.IsService).Select(piece => piece.Lines)], indent);
        var first = pieces[0].Lines.Start;
        var result = new EditList();
        var staying = pieces.Find(piece => !piece.IsService && !IsDropped(piece.Entry) && !file.Model.IsSharedOutside(piece.Entry.Span));
        var isBelow = false;
        var moved = new List<TextSpan>();
        var below = new List<string>();
        foreach (var piece in pieces)
        {
            isBelow |= piece == staying;
            if (!piece.IsService && !IsDropped(piece.Entry) && file.Model.IsSharedOutside(piece.Entry.Span))
            {
                result.Insert(first, Edited(text, piece.Lines, edits));
                moved.Add(piece.Lines);
            }
            else if (isBelow && piece.IsService)
            {
                below.Add(Edited(text, piece.Lines, edits));
                moved.Add(piece.Lines);
            }
        }

        result.Insert(first, new string(' ', layout.Column(pieces[0].Entry.Key.FullSpan.Start)) + "services:" + layout.LineBreak);
        if (staying is not null)
        {
            result.Insert(staying.Lines.Start, string.Concat(below));
        }

        foreach (var edit in edits)
        {
            if (moved.Find(lines => IsIn(lines, edit)) is { IsEmpty: true })
            {
                result.Replace(edit.Span, edit.NewText);
            }
            else if (edit.Span.IsEmpty)
            {
                // At the border of a piece that moves, the neighbour's share stays.
                var isAfterMoved = moved.Exists(lines => lines.End == edit.Span.Start);
                var isBeforeMoved = moved.Exists(lines => lines.Start == edit.Span.Start);
                result.Insert(edit.Span.Start, isAfterMoved && !isBeforeMoved ? OfPieceBelow(edit.NewText) : isBeforeMoved && !isAfterMoved ? OfPieceAbove(edit.NewText) : "");
            }
        }

        foreach (var lines in moved)
        {
            result.Delete(lines);
        }

        return result;
    }

    private static EditList WrapFlow(ComposeFile file, Layout layout, EditList services, List<Piece> pieces)
    {
        var root = file.Model.Roots[0];
        var (start, end) = (pieces[0].Entry.Span.Start, pieces[^1].Entry.Span.End);
        var head = FlowText.Of(root).Scalar("services") + ": {";
        var result = new EditList();
        if (!layout.StartsLine(start) || layout.LineStart(start) <= root.Span.Start)
        {
            result.Insert(start, head);
            result.AddRange(services.ToEdits());
            result.Insert(end, "}");
            return result;
        }

        var indent = new string(' ', IndentUnit(file, layout));
        var column = layout.TextOf(new TextSpan(layout.LineStart(start), start));
        result.Insert(layout.LineStart(start), column + head + layout.LineBreak);
        var lines = layout.Lines(new TextSpan(start, end));
        foreach (var edit in Indented(file, services.ToEdits(), [new TextSpan(lines.Start, end)], indent))
        {
            result.Replace(edit.Span, edit.NewText);
        }

        result.Insert(end, layout.LineBreak + column + "}");
        return result;
    }

    /// <summary>Edits with their lines indented, together with those that indent the lines of some spans.</summary>
    private static List<TextEdit> Indented(ComposeFile file, IReadOnlyList<TextEdit> edits, IReadOnlyList<TextSpan> spans, string indent)
    {
        var text = file.Text;
        var result = new EditList();
        foreach (var edit in edits)
        {
            result.Replace(edit.Span, spans.Any(span => edit.Span.Intersects(span)) ? Indent(edit.NewText, indent, BringsLines(text, edit)) : edit.NewText);
        }

        var index = 0;
        foreach (var span in spans)
        {
            for (var line = text.LineOf(span.Start); line < text.LineCount && text.LineStart(line) < span.End; line++)
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
        }

        return [.. result.ToEdits()];
    }

    private static bool IsIn(TextSpan lines, TextEdit edit) => edit.Span.Start >= lines.Start && edit.Span.End <= lines.End;

    private static string Edited(SourceText text, TextSpan lines, IEnumerable<TextEdit> edits)
    {
        var own = edits.Where(edit => IsIn(lines, edit)).Select(edit => new TextEdit(
            edit.Span.Shift(-lines.Start),
            !edit.Span.IsEmpty ? edit.NewText : edit.Span.Start == lines.End ? OfPieceAbove(edit.NewText) : edit.Span.Start == lines.Start ? OfPieceBelow(edit.NewText) : edit.NewText));
        return SourceText.From(text.ToString(lines)).With(own).Content;
    }

    // What is added between two pieces: whole lines belong to the upper one, the blanks behind them to the lower one.
    private static string OfPieceAbove(string added) => added[..(added.LastIndexOfAny(['\n', '\r']) + 1)];

    private static string OfPieceBelow(string added) => added[(added.LastIndexOfAny(['\n', '\r']) + 1)..];

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

    /// <summary>The entries from the first service to the last, with the whole lines of each, one piece beginning where the last one ends.</summary>
    private static List<Piece> Pieces(ComposeFile file)
    {
        var text = file.Text;
        var entries = file.Model.Roots[0].Entries.ToList();
        var first = entries.FindIndex(TopLevelKeys.IsRootService);
        var last = entries.FindLastIndex(TopLevelKeys.IsRootService);
        var between = entries.GetRange(first, last - first + 1);
        var starts = between.Select((entry, index) => FirstLine(text, entry, index == 0 ? null : between[index - 1])).ToList();
        var end = text.FullLineSpan(LastLine(file, between[^1])).End;
        return
        [
            .. between.Select((entry, index) => new Piece(
                entry,
                TopLevelKeys.IsRootService(entry),
                new TextSpan(text.LineStart(starts[index]) + BomLength(text, starts[index]), index + 1 < starts.Count ? text.LineStart(starts[index + 1]) : end))),
        ];
    }

    private static int FirstLine(SourceText text, YamlEntry entry, YamlEntry? before)
    {
        var line = text.LineOf(entry.Key.FullSpan.Start);
        var column = entry.Key.FullSpan.Start - text.LineStart(line);
        var top = line;
        while (top > 0 && text.Slice(text.LineSpan(top - 1)) is var above && above.TrimStart().StartsWith("#"))
        {
            // Below another entry, a comment that stands further in belongs to that.
            if (before is not null && (above.IndexOf('#') > column || text.LineStart(top - 1) < before.Value.Span.End))
            {
                break;
            }

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

    // The key only told the format; between services it would have to move.
    private static bool IsDropped(YamlEntry entry) => entry.Name == "version" && entry.Value.IsScalar;

    private static bool UsesOf(ComposeFile file, TextSpan span) =>
        file.Model.Anchors.Aliases.Any(alias => span.Contains(alias.Span) && file.Model.Anchors.Find(alias) is { } anchored && !span.Contains(anchored.FullSpan));

    // A blank line has nothing to indent, except in a block scalar, where its blanks are part of the text.
    private static bool IsIndented(ComposeFile file, int line)
    {
        var span = file.Text.LineSpan(line);
        return !span.IsEmpty && (!file.Text.Slice(span).IsWhiteSpace() || file.Tree.PathTo(span.Start).Any(step => step.Node.Style is ScalarStyle.Literal or ScalarStyle.Folded));
    }

    private static int BomLength(SourceText text, int line) => line == 0 && text.Content.StartsWith('\uFEFF') ? 1 : 0;

    private static int IndentUnit(ComposeFile file, Layout layout) =>
        file.Model.Services.Where(service => service.Body is { IsMapping: true, IsFlow: false }).Select(service => ServiceWriter.IndentUnit(layout, service)).FirstOrDefault(2);

    private sealed record Piece(YamlEntry Entry, bool IsService, TextSpan Lines);
}
