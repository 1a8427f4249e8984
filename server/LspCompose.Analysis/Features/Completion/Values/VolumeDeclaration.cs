using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>Declares volumes that an offer mounts, elsewhere in the file.</summary>
internal static class VolumeDeclaration
{
    /// <summary>The edits that declare those of the volumes the project does not; none of them touches the cursor's line.</summary>
    public static IReadOnlyList<TextEdit> Of(CompletionContext context, IReadOnlyList<string> volumes)
    {
        var declared = DeclaredNames.Of(context, "volume").Select(volume => volume.Entry.Name).ToHashSet(StringComparer.Ordinal);
        var missing = volumes.Where(volume => !declared.Contains(volume)).ToList();
        if (missing.Count == 0)
        {
            return [];
        }

        var text = context.File.Text;
        var lineBreak = text.LineBreak;
        var cursorLine = text.LineOf(context.Offset);
        return Section(context, cursorLine) is { } section ? [Into(section)] : [New()];

        TextEdit Into(YamlEntry entry)
        {
            if (entry.Value is { IsFlow: true } flow)
            {
                var isEmpty = flow.Entries.Count == 0;
                var at = isEmpty ? flow.Span.End - 1 : flow.Entries[^1].Span.End;
                return new TextEdit(TextSpan.FromLength(at, 0), (isEmpty ? "" : ", ") + string.Join(", ", missing.Select(volume => $"{volume}: {{}}")));
            }

            var column = entry.Value.Entries is { Count: > 0 } entries ? text.PositionAt(entries[0].Key.FullSpan.Start).Character : context.IndentStep;
            var line = text.LineOf(entry.Value.IsMapping ? entry.Value.Span.End : entry.Key.Span.End);
            return new TextEdit(TextSpan.FromLength(text.LineSpan(line).End, 0), string.Concat(missing.Select(volume => $"{lineBreak}{new string(' ', column)}{volume}:")));
        }

        // Before the next part of the file, else at its end; where the cursor is in the last line, above the services.
        TextEdit New()
        {
            var lines = "volumes:" + lineBreak + string.Concat(missing.Select(volume => $"{new string(' ', context.IndentStep)}{volume}:{lineBreak}"));
            for (var line = cursorLine + 1; line < text.LineCount; line++)
            {
                var span = text.LineSpan(line);
                if (!span.IsEmpty && text.Content[span.Start] is not (' ' or '\t' or '#' or '\r'))
                {
                    return new TextEdit(TextSpan.FromLength(span.Start, 0), lines + (text.Content[span.Start] == '-' ? "" : lineBreak));
                }
            }

            if (cursorLine < text.LineCount - 1)
            {
                var isEnded = text.LineSpan(text.LineCount - 1).IsEmpty;
                return new TextEdit(TextSpan.FromLength(text.Length, 0), (isEnded ? "" : lineBreak) + lines);
            }

            var top = context.Place is { } place ? place.Way[0].Entry : null;
            return new TextEdit(TextSpan.FromLength(text.LineStart(text.LineOf(top?.Key.Span.Start ?? 0)), 0), lines);
        }
    }

    // That of the cursor's document, else of any; not where the edit would stand in the cursor's line.
    private static YamlEntry? Section(CompletionContext context, int cursorLine)
    {
        var text = context.File.Text;
        foreach (var root in context.File.Model.Roots.OrderByDescending(root => root.Span.Start <= context.Offset).ThenByDescending(root => root.Span.Start))
        {
            if (root.TryGetEntry("volumes", out var entry) && (entry.Value.IsMapping || entry.Value.IsNull) && text.LineOf(entry.Span.Start) != cursorLine && text.LineOf(entry.Value.Span.End) != cursorLine)
            {
                return entry;
            }
        }

        return null;
    }
}
