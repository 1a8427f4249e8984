using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Migration;
using LspCompose.Analysis.Model;
using LspCompose.Analysis.Places;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Refactorings;

/// <summary>What the cursor touches or the selection covers, in a part of a file that is sound.</summary>
internal sealed class Spot
{
    private readonly IReadOnlyList<Place> places;

    private Spot(Workspace workspace, ComposeFile file, TextSpan span, IReadOnlyList<Place> places)
    {
        Workspace = workspace;
        File = file;
        Span = span;
        this.places = places;
        Layout = new Layout(file.Tree);
    }

    /// <summary>The snapshot.</summary>
    public Workspace Workspace { get; }

    /// <summary>The file.</summary>
    public ComposeFile File { get; }

    /// <summary>The selection without blanks around it, in 0-based UTF-16 offsets; empty for a cursor.</summary>
    public TextSpan Span { get; }

    /// <summary>Lines and columns of the file.</summary>
    public Layout Layout { get; }

    /// <summary>The entries and items around the selection, outermost first; never empty.</summary>
    public IReadOnlyList<Place> Places => places;

    /// <summary>The innermost entry or item around the selection.</summary>
    public Place Innermost => places[^1];

    /// <summary>True when the cursor is in, or the selection within, the innermost entry's key.</summary>
    public bool IsOnKey => Innermost.Entry is { } entry && entry.Key.FullSpan.Contains(Span);

    /// <summary>True for a file of the first format, which knows no long syntax and nothing at the top level besides services.</summary>
    public bool IsLegacy => File.Model.Format == ComposeFormat.Legacy;

    /// <summary>The spot at a selection; null on blanks, in comments, outside of all entries and in broken ones.</summary>
    public static Spot? At(Workspace workspace, ComposeFile file, TextSpan span)
    {
        if (span.Start < 0 || span.End > file.Text.Length || span.Length < 0 || Trim(file, span) is not { } selected)
        {
            return null;
        }

        var places = file.Places.At(selected.Start).TakeWhile(place => Whole(place).Contains(selected)).ToList();
        return places.Count == 0 || !IsSound(file, places) || !Touches(file, places[^1], selected) ? null : new Spot(workspace, file, selected, places);
    }

    /// <summary>The nearest entry around the spot that is one of a mapping of a definition of the schema, such as an attribute of a <c>service</c>.</summary>
    public Place? EntryOf(string definition) => Places.LastOrDefault(place => place.Entry is not null && place.Parent?.Schema?.Definition == definition);

    /// <summary>The entry of the service around the spot; null outside of the file's services.</summary>
    public Place? Service => Places.FirstOrDefault(place => place.Entry is { } entry && File.Model.Services.Any(service => service.Entry.Key == entry.Key && service.Body == entry.Value));

    /// <summary>The whole text of an entry or item, its dash included.</summary>
    public static TextSpan Whole(Place place) => place.Entry is { } entry ? entry.Span
        : place.Item is { DashOffset: >= 0 } item ? new TextSpan(item.DashOffset, Math.Max(item.DashOffset + 1, item.Value.FullSpan.End))
        : place.Value.FullSpan;

    /// <summary>How far an entry's children are indented below it, as they are elsewhere in the file.</summary>
    public int Unit
    {
        get
        {
            var around = Places.Select(place => place.Entry).OfType<YamlEntry>().Concat(File.Model.Roots.SelectMany(root => root.Entries));
            foreach (var entry in around)
            {
                if (entry.Value is { IsMapping: true, IsFlow: false, Entries.Count: > 0 } mapping && Layout.Column(mapping.Entries[0].Key.FullSpan.Start) - Layout.Column(entry.Key.FullSpan.Start) is > 0 and var unit)
                {
                    return unit;
                }
            }

            return 2;
        }
    }

    /// <summary>A fix of this file that keeps what the project means; it does nothing in the rare case that it would not.</summary>
    public Fix Rewrite(string title, FixKind kind, Action<EditList> write) => Rewrite(title, kind, () =>
    {
        var edits = new EditList();
        write(edits);
        return Edits(edits);
    });

    /// <summary>A fix that keeps what the project means; it does nothing in the rare case that it would not.</summary>
    public Fix Rewrite(string title, FixKind kind, Func<IReadOnlyList<FileEdit>> edits) => new(title, kind, () =>
    {
        var written = edits();
        return Result.Of(Workspace, File, written) is { } result && result.IsSound && result.KeepsMeaning ? written : [];
    });

    /// <summary>A fix that adds something to the project or changes it, of which the user has to know.</summary>
    public Fix Change(string title, FixKind kind, Func<IReadOnlyList<FileEdit>> edits) => new(title, kind, () =>
    {
        var written = edits();
        return Result.Of(Workspace, File, written) is { IsSound: true } ? written : [];
    })
    {
        IsSafe = false,
    };

    /// <summary>Puts lines above a top-level entry and the comments right above it; those at the very top of the file speak of the file and stay there.</summary>
    public void InsertAbove(YamlEntry entry, IReadOnlyList<string> lines, EditList edits)
    {
        var indent = new string(' ', Layout.Column(entry.Span.Start));
        lines = [.. lines.Select(line => line.Length == 0 ? line : indent + line)];
        var top = File.Text.LineOf(entry.Span.Start);
        while (top > 0 && File.Text.Slice(File.Text.LineSpan(top - 1)).StartsWith('#'))
        {
            top--;
        }

        if (top > 0)
        {
            Layout.InsertLinesAbove(edits, entry.Span.Start, lines);
        }
        else
        {
            edits.Insert(Layout.LineStart(entry.Span.Start), string.Concat(lines.Select(line => line + Layout.LineBreak)));
        }
    }

    /// <summary>Edits as those of this file.</summary>
    public IReadOnlyList<FileEdit> Edits(EditList edits) => [.. edits.ToSeparateEdits().Select(edit => new FileEdit(File.Path, edit))];

    private static TextSpan? Trim(ComposeFile file, TextSpan span)
    {
        if (span.IsEmpty)
        {
            return span;
        }

        var text = file.Text.Content.AsSpan(span.Start, span.Length);
        var start = text.Length - text.TrimStart().Length;
        return start == text.Length ? null : new TextSpan(span.Start + start, span.Start + text.TrimEnd().Length);
    }

    // A cursor at either end of a word touches it; in the blanks of a text it is in the text.
    private static bool Touches(ComposeFile file, Place innermost, TextSpan span)
    {
        if (IsInComment(file, span.Start))
        {
            return false;
        }

        var text = file.Text.Content;
        return !span.IsEmpty
            || (span.Start < text.Length && !char.IsWhiteSpace(text[span.Start]) && !IsInComment(file, span.Start + 1))
            || (span.Start > 0 && !char.IsWhiteSpace(text[span.Start - 1]))
            || (innermost.Value.IsScalar && innermost.Value.Span.Start < span.Start && span.Start < innermost.Value.Span.End);
    }

    private static bool IsInComment(ComposeFile file, int offset)
    {
        var comments = file.Tree.Comments;
        var (low, high) = (0, comments.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = comments[middle].Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && offset <= comments[low - 1].End;
    }

    // What stands beside a mistake may be read as something else than it was meant to be.
    private static bool IsSound(ComposeFile file, IReadOnlyList<Place> places)
    {
        var part = places.FirstOrDefault(place => place.Schema?.Definition is "service" or "network" or "volume" or "config" or "secret" or "model") ?? places[0];
        var whole = Whole(part);
        return !file.Tree.Errors.Any(error => error.Span.Intersects(whole));
    }
}
