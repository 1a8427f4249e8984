using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>
/// Collects edits of one text. Edits at one place become one edit, in the order they were added, because clients disagree about the order of several.
/// </summary>
internal sealed class EditList
{
    private const int NotBelow = -1;

    private readonly List<(TextEdit Edit, int Depth)> edits = [];
    private readonly HashSet<int> emptied = [];
    private readonly Dictionary<int, (HashSet<int> Deleted, Func<IReadOnlySet<int>, IEnumerable<TextEdit>> Write)> flows = [];

    /// <summary>
    /// Inserts lines below something. They come before what is inserted there for other reasons, deeper ones first: they continue what ends above them.
    /// </summary>
    public void InsertBelow(int offset, string text) => edits.Add((TextEdit.Insert(offset, text), text.Length - text.TrimStart(' ').Length));

    public void Insert(int offset, string text) => Add(TextEdit.Insert(offset, text));

    public void Delete(TextSpan span) => Add(TextEdit.Delete(span));

    public void Replace(TextSpan span, string text) => Add(new TextEdit(span, text));

    public void AddRange(IEnumerable<TextEdit> more) => edits.AddRange(more.Select(edit => (edit, NotBelow)));

    /// <summary>Notes that a flow collection loses all its elements, so that what is added first needs no comma.</summary>
    public void Empties(int collection) => emptied.Add(collection);

    /// <summary>True the first time something is added to a flow collection that loses all its elements.</summary>
    public bool IsFirstOf(int collection) => emptied.Remove(collection);

    /// <summary>
    /// Deletes an element of a flow collection, which is known by where it starts. What goes from one collection is written together, once all of it is
    /// known: neighbours share a comma.
    /// </summary>
    public void DeleteElement(int collection, int index, Func<IReadOnlySet<int>, IEnumerable<TextEdit>> write)
    {
        if (!flows.TryGetValue(collection, out var flow))
        {
            flows[collection] = flow = ([], write);
        }

        flow.Deleted.Add(index);
    }

    private void Add(TextEdit edit) => edits.Add((edit, NotBelow));

    /// <summary>The edits by place, none overlapping another.</summary>
    public IReadOnlyList<TextEdit> ToEdits() =>
        Join((last, next) => last.Start == next.Start || last.End > next.Start);

    /// <summary>The edits by place, none overlapping or touching another: some editors get the order of touching edits wrong.</summary>
    public IReadOnlyList<TextEdit> ToSeparateEdits() => Join((last, next) => last.End >= next.Start);

    private List<TextEdit> Join(Func<TextSpan, TextSpan, bool> belongTogether)
    {
        var result = new List<TextEdit>();
        var elements = flows.Values.SelectMany(flow => flow.Write(flow.Deleted)).Select(edit => (Edit: edit, Depth: NotBelow));
        foreach (var (edit, _) in edits.Concat(elements).OrderBy(entry => entry.Edit.Span.Start).ThenByDescending(entry => entry.Depth))
        {
            if (result.Count > 0 && result[^1].Span is var last && belongTogether(last, edit.Span))
            {
                result[^1] = new TextEdit(new TextSpan(last.Start, Math.Max(last.End, edit.Span.End)), result[^1].NewText + edit.NewText);
            }
            else if (edit.Span.Length > 0 || edit.NewText.Length > 0)
            {
                result.Add(edit);
            }
        }

        return result;
    }
}
