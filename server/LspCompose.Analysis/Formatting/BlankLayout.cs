using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Formatting;

/// <summary>Works out the edits of blank lines, of blanks at the ends of lines and of the last line break.</summary>
internal sealed class BlankLayout(Sheet sheet)
{
    private readonly List<TextEdit> edits = [];
    private readonly SourceText text = sheet.Text;

    /// <summary>The edits, in no particular order.</summary>
    public static IReadOnlyList<TextEdit> Edits(Sheet sheet)
    {
        var layout = new BlankLayout(sheet);
        layout.Visit();
        return layout.edits;
    }

    private void Visit()
    {
        var last = text.LineCount - 1;
        while (last >= 0 && sheet.IsBlank(last))
        {
            last--;
        }

        if (last < 0)
        {
            return;
        }

        for (var line = 0; line <= last; line++)
        {
            if (!sheet.IsBlank(line))
            {
                TrimEnd(line);
            }
            else if (sheet.UseOf(line) == LineUse.Free)
            {
                var start = line;
                while (sheet.IsBlank(line + 1) && sheet.UseOf(line + 1) == LineUse.Free)
                {
                    line++;
                }

                // One blank line stays, but none at the start; a run that a scalar's own blank line begins or ends is no run of its own.
                var isStart = start == 0;
                Delete(start, isStart ? line + 1 : line);
                if (!isStart)
                {
                    TrimEnd(line);
                }
            }
        }

        End(last);
        Separate();
    }

    private void Delete(int from, int to)
    {
        if (to > from)
        {
            edits.Add(TextEdit.Delete(new TextSpan(sheet.Indentation(from).Start, text.LineStart(to))));
        }
    }

    private void TrimEnd(int line)
    {
        if (!sheet.Options.TrimTrailingWhitespace || sheet.UseOf(line) is LineUse.BlockScalar or LineUse.Quoted)
        {
            return;
        }

        var span = text.LineSpan(line);
        var start = span.Start + text.Slice(span).TrimEnd(" \t").Length;
        if (start < span.End)
        {
            edits.Add(TextEdit.Delete(span with { Start = Math.Max(start, sheet.Indentation(line).Start) }));
        }
    }

    private void End(int last)
    {
        var end = text.FullLineSpan(last).End;
        if (sheet.UseOf(last) == LineUse.BlockScalar && end == text.Length)
        {
            // Whether the text ends in a line break is part of a block scalar's value.
            if (sheet.Options.InsertFinalNewline && text.LineSpan(last).End == end && EndsStripped())
            {
                edits.Add(TextEdit.Insert(end, text.LineBreak));
            }
        }
        else if (text.LineSpan(last).End == end)
        {
            if (sheet.Options.InsertFinalNewline)
            {
                edits.Add(TextEdit.Insert(end, text.LineBreak));
            }
        }
        else if (end < text.Length && sheet.UseOf(last + 1) == LineUse.Free)
        {
            if (sheet.Options.TrimFinalNewlines)
            {
                edits.Add(TextEdit.Delete(new TextSpan(end, text.Length)));
            }
            else
            {
                for (var line = last + 1; line < text.LineCount; line++)
                {
                    TrimEnd(line);
                }
            }
        }
    }

    private bool EndsStripped()
    {
        var node = sheet.Tree.Documents[^1].Root;
        while (node is { } outer && (outer.Entries.Count > 0 || outer.Items.Count > 0))
        {
            node = outer.IsMapping ? outer.Entries[outer.Entries.Count - 1].Value : outer.Items[outer.Items.Count - 1].Value;
        }

        return node is { Style: ScalarStyle.Literal or ScalarStyle.Folded } scalar
            && text.Slice(TextSpan.FromLength(scalar.Span.Start, Math.Min(3, scalar.Span.Length))).IndexOf('-') > 0;
    }

    private void Separate()
    {
        if (sheet.Options.BlankLines == BlankLines.Keep)
        {
            return;
        }

        foreach (var document in sheet.Tree.Documents)
        {
            if (document.Root is { IsMapping: true, IsFlow: false } root)
            {
                Separate(root);
                if (sheet.Options.BlankLines == BlankLines.Services && root.Get("services") is { IsMapping: true, IsFlow: false } services)
                {
                    Separate(services);
                }
            }
        }
    }

    private void Separate(YamlNode mapping)
    {
        foreach (var entry in mapping.Entries.Skip(1).Where(entry => sheet.StartsLine(entry.Key.FullSpan.Start)))
        {
            var line = sheet.LineOf(entry.Key.FullSpan.Start);
            var column = sheet.ColumnOf(line);
            while (line > 0 && IsComment(line - 1) && sheet.ColumnOf(line - 1) == column)
            {
                line--;
            }

            if (line > 0 && !sheet.IsBlank(line - 1))
            {
                edits.Add(TextEdit.Insert(text.LineStart(line), text.LineBreak));
            }
        }
    }

    private bool IsComment(int line) =>
        sheet.UseOf(line) == LineUse.Free && sheet.Indentation(line) is var blanks && blanks.End < text.LineSpan(line).End && text.Content[blanks.End] == '#';
}
