using LspCompose.Analysis.Features.Completion;

namespace LspCompose.Lsp.Handlers;

/// <summary>
/// The lists that were offered last, so that the documentation of an item can be asked for while more of its word is typed: the text it was offered for is
/// gone by then.
/// </summary>
internal sealed class CompletionMemory
{
    // A list for each of the editors somebody looks at.
    private const int MaxLists = 4;

    private readonly Lock gate = new();
    private readonly Queue<(int Id, IReadOnlyList<CompletionItem> Items)> lists = new();
    private int last;

    /// <summary>Remembers a list and gives it a number.</summary>
    public int Add(IReadOnlyList<CompletionItem> items)
    {
        lock (gate)
        {
            lists.Enqueue((++last, items));
            if (lists.Count > MaxLists)
            {
                lists.Dequeue();
            }

            return last;
        }
    }

    /// <summary>An item of a list; null when it is no longer remembered.</summary>
    public CompletionItem? Find(int id, int index)
    {
        lock (gate)
        {
            var items = lists.FirstOrDefault(list => list.Id == id).Items;
            return items is not null && index >= 0 && index < items.Count ? items[index] : null;
        }
    }
}
