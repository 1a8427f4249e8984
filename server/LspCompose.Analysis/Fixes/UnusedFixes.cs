using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Migration;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Fixes;

/// <summary>Fixes that remove what nothing uses. None is safe: it may be about to be used.</summary>
internal static class UnusedFixes
{
    /// <summary>
    /// Removes a declaration with the comments that belong to it, and the top-level key with its last one; none where an anchor in it is used elsewhere or
    /// nothing would be left of the file.
    /// </summary>
    public static IReadOnlyList<Fix> RemoveDeclaration(ComposeFile file, string section, string kind, string name)
    {
        if (file.Model.Roots.Count != 1 || Doomed(file, section, name) is not { } doomed || file.Model.IsSharedOutside(doomed.Entry.Span))
        {
            return [];
        }

        return [new Fix($"Remove {kind} '{name}'", FixKind.QuickFix, () => RemoveEntry(file, section, name)) { IsSafe = false, IsPreferred = true }];
    }

    /// <summary>Removes an anchor and the blanks that set it apart.</summary>
    public static Fix RemoveAnchor(ComposeFile file, TextSpan anchor) => new($"Remove anchor '{file.Text.ToString(anchor)}'", FixKind.QuickFix, () =>
    {
        var (text, start, end) = (file.Text.Content, anchor.Start, anchor.End);
        while (end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        // At the end of its line the blanks before it go; before a comment both kinds stay apart.
        if (end == text.Length || text[end] is '\r' or '\n' or '#')
        {
            end = end < text.Length && text[end] == '#' ? anchor.End : end;
            while (start > 0 && text[start - 1] is ' ' or '\t')
            {
                start--;
            }
        }

        return [new FileEdit(file.Path, TextEdit.Delete(new TextSpan(start, end)))];
    })
    {
        IsSafe = false,
        IsPreferred = true,
    };

    /// <summary>The place of a node's anchor, its <c>&amp;</c> included; null where it cannot be told.</summary>
    public static TextSpan? AnchorSpan(ComposeFile file, YamlNode node)
    {
        var written = "&" + node.Anchor;
        var properties = new TextSpan(node.FullSpan.Start, Math.Max(node.FullSpan.Start, node.Span.Start));
        var offset = file.Text.Slice(properties).IndexOf(written, StringComparison.Ordinal);
        return offset < 0 ? null : TextSpan.FromLength(properties.Start + offset, written.Length);
    }

    private static IReadOnlyList<FileEdit> RemoveEntry(ComposeFile file, string section, string name)
    {
        var ensured = FinalLineBreak.Ensure(file);
        if (Doomed(ensured, section, name) is not { } doomed)
        {
            return [];
        }

        var layout = new Layout(ensured.Tree);
        var edits = new EditList();
        var (parent, entry) = doomed;
        if (parent.IsFlow)
        {
            var entries = parent.Entries.ToList();
            layout.DeleteFlowElements(edits, [.. entries.Select(e => e.Span)], index => entries[index].Key == entry.Key);
        }
        else
        {
            edits.Delete(layout.Lines(layout.WithBlankLineBelow(layout.WithBlankLineAbove(WithComments(ensured, layout, entry)))));
        }

        return [.. FinalLineBreak.Drop(edits.ToEdits(), ensured.Text, file.Text).Select(edit => new FileEdit(file.Path, edit))];
    }

    // The declaration, or the whole section where it holds nothing else.
    private static (YamlNode Parent, YamlEntry Entry)? Doomed(ComposeFile file, string section, string name)
    {
        var root = file.Model.Roots[0];
        if (!root.TryGetEntry(section, out var declared) || !declared.Value.TryGetEntry(name, out var entry))
        {
            return null;
        }

        return declared.Value.Entries.Count > 1 ? (declared.Value, entry)
            : root.Entries.Count > 1 ? (root, declared)
            : null;
    }

    // Comments right above an entry speak of it, and so do those further in below it. One at the top of the file speaks of the file.
    private static TextSpan WithComments(ComposeFile file, Layout layout, YamlEntry entry)
    {
        var text = file.Text;
        var column = layout.Column(entry.Key.FullSpan.Start);
        var first = text.LineOf(entry.Span.Start);
        var above = first;
        while (above > 0 && CommentColumn(above - 1) == column)
        {
            above--;
        }

        var last = text.LineOf(Math.Max(entry.Span.Start, entry.Span.End - 1));
        while (last + 1 < text.LineCount && CommentColumn(last + 1) > column)
        {
            last++;
        }

        return new TextSpan(text.LineStart(above > 0 ? above : first), text.LineSpan(last).End);

        int CommentColumn(int line)
        {
            var content = text.Slice(text.LineSpan(line));
            var at = content.IndexOfAnyExcept(' ', '\t');
            return at >= 0 && content[at] == '#' ? at : -1;
        }
    }
}
