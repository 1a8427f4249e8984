namespace LspCompose.Analysis.Graphs;

/// <summary>
/// Places boxes in rows so that lines lead downwards, after Sugiyama: lines that close a circle are turned around, each box goes below those that lead to it, rows are
/// ordered to have few crossings. A line passes each row in between through a gap of its own.
/// </summary>
internal sealed class LayeredLayout
{
    /// <summary>The space between two rows, in pixels.</summary>
    public const double RowGap = 64;

    private const double Gap = 26;

    private const double PassageWidth = 14;

    private const int Sweeps = 6;

    // More gaps than any picture that can be read; beyond, lines go straight behind the boxes.
    private const int MaxPassages = 20_000;

    private readonly List<List<LayoutSlot>> rows = [];

    private LayeredLayout(LayoutSlot[] boxes, IReadOnlyList<LayoutSlot>[] routes)
    {
        Boxes = boxes;
        Routes = routes;
    }

    /// <summary>The place of each box.</summary>
    public IReadOnlyList<LayoutSlot> Boxes { get; }

    /// <summary>The slots each line goes through, from where it starts to where it ends; empty for a line from a box to itself.</summary>
    public IReadOnlyList<IReadOnlyList<LayoutSlot>> Routes { get; }

    public double Width { get; private set; }

    public double Height { get; private set; }

    /// <summary>Lays out boxes of some sizes and lines between them, by index.</summary>
    public static LayeredLayout Of(IReadOnlyList<(double Width, double Height)> boxes, IReadOnlyList<(int From, int To)> lines)
    {
        var isTurned = TurnedLines(boxes.Count, lines);
        var down = lines.Select((line, index) => isTurned[index] ? (From: line.To, To: line.From) : line).ToList();
        var rowOf = Rows(boxes.Count, down);
        var slots = boxes.Select((box, index) => new LayoutSlot(rowOf[index], box.Width, box.Height)).ToArray();
        var routes = new IReadOnlyList<LayoutSlot>[lines.Count];
        var layout = new LayeredLayout(slots, routes);
        foreach (var slot in slots)
        {
            layout.Add(slot);
        }

        var passages = 0;
        for (var index = 0; index < down.Count; index++)
        {
            var (from, to) = down[index];
            var route = from == to ? [] : new List<LayoutSlot> { slots[from] };
            for (var row = rowOf[from] + 1; from != to && row < rowOf[to] && passages < MaxPassages; row++, passages++)
            {
                route.Add(layout.Add(new LayoutSlot(row, PassageWidth, 0) { IsPassage = true }));
            }

            if (from != to)
            {
                route.Add(slots[to]);
            }

            for (var step = 1; step < route.Count; step++)
            {
                route[step - 1].Down.Add(route[step]);
                route[step].Up.Add(route[step - 1]);
            }

            if (isTurned[index])
            {
                route.Reverse();
            }

            routes[index] = route;
        }

        layout.Arrange();
        return layout;
    }

    private LayoutSlot Add(LayoutSlot slot)
    {
        while (rows.Count <= slot.Row)
        {
            rows.Add([]);
        }

        rows[slot.Row].Add(slot);
        return slot;
    }

    /// <summary>The lines that lead back to a box on the way from the first boxes; without them there is no circle.</summary>
    private static bool[] TurnedLines(int count, IReadOnlyList<(int From, int To)> lines)
    {
        var leaving = lines.Select((line, index) => (line.From, line.To, Index: index)).ToLookup(line => line.From);
        var hasEntry = new bool[count];
        foreach (var (from, to) in lines)
        {
            hasEntry[to] |= from != to;
        }

        var isTurned = new bool[lines.Count];
        var isSeen = new bool[count];
        var isOpen = new bool[count];
        foreach (var root in Enumerable.Range(0, count).OrderBy(box => hasEntry[box]))
        {
            var work = new Stack<(int Box, IEnumerator<(int From, int To, int Index)> Lines)>();
            Enter(root);
            while (work.TryPeek(out var step))
            {
                if (!step.Lines.MoveNext())
                {
                    isOpen[step.Box] = false;
                    work.Pop();
                    continue;
                }

                var line = step.Lines.Current;
                isTurned[line.Index] = isOpen[line.To] && line.To != line.From;
                Enter(line.To);
            }

            void Enter(int box)
            {
                if (!isSeen[box])
                {
                    isSeen[box] = isOpen[box] = true;
                    work.Push((box, leaving[box].GetEnumerator()));
                }
            }
        }

        return isTurned;
    }

    /// <summary>The row of each box: below all boxes with a line to it. Wide rows are broken; boxes without any line come last.</summary>
    private static int[] Rows(int count, IReadOnlyList<(int From, int To)> down)
    {
        var layer = Layers(count, down, out var isTied);
        var perRow = Math.Max(3, (int)Math.Ceiling(Math.Sqrt(count * 1.2)));
        var rowOf = new int[count];
        var next = 0;
        foreach (var group in Enumerable.Range(0, count).GroupBy(box => isTied[box] ? layer[box] : int.MaxValue).OrderBy(group => group.Key))
        {
            var members = group.ToList();
            var rowCount = (members.Count + perRow - 1) / perRow;
            for (var index = 0; index < members.Count; index++)
            {
                rowOf[members[index]] = next + (int)((long)index * rowCount / members.Count);
            }

            next += rowCount;
        }

        return rowOf;
    }

    private static int[] Layers(int count, IReadOnlyList<(int From, int To)> down, out bool[] isTied)
    {
        var layer = new int[count];
        var waiting = new int[count];
        isTied = new bool[count];
        var targets = down.Where(line => line.From != line.To).ToLookup(line => line.From, line => line.To);
        foreach (var (from, to) in down)
        {
            waiting[to] += from != to ? 1 : 0;
            isTied[from] |= from != to;
            isTied[to] |= from != to;
        }

        var ready = new Queue<int>(Enumerable.Range(0, count).Where(box => waiting[box] == 0));
        while (ready.TryDequeue(out var box))
        {
            foreach (var target in targets[box])
            {
                layer[target] = Math.Max(layer[target], layer[box] + 1);
                if (--waiting[target] == 0)
                {
                    ready.Enqueue(target);
                }
            }
        }

        return layer;
    }

    private void Arrange()
    {
        var y = 0.0;
        foreach (var row in rows)
        {
            Pack(row, 0);
            var height = row.Max(slot => slot.Height);
            foreach (var slot in row)
            {
                slot.Y = y;
                slot.Height = slot.IsPassage ? height : slot.Height;
            }

            y += height + RowGap;
        }

        var width = Boxes.Count == 0 ? 0 : rows.Max(row => row[^1].X + row[^1].Width);
        foreach (var row in rows)
        {
            Pack(row, (width - (row[^1].X + row[^1].Width)) / 2);
        }

        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var isDownward = sweep % 2 == 0;
            foreach (var row in isDownward ? rows : Enumerable.Reverse(rows))
            {
                Settle(row, slot => isDownward ? slot.Up : slot.Down);
            }
        }

        var left = Boxes.Count == 0 ? 0 : rows.Min(row => row[0].X);
        foreach (var slot in rows.SelectMany(row => row))
        {
            slot.X -= left;
        }

        Width = Boxes.Count == 0 ? 0 : rows.Max(row => row[^1].X + row[^1].Width);
        Height = Math.Max(0, y - RowGap);
    }

    private static void Pack(List<LayoutSlot> row, double x)
    {
        foreach (var slot in row)
        {
            slot.X = x;
            x += slot.Width + Gap;
        }
    }

    /// <summary>Brings the slots of a row near those they are tied to: in that order, without overlap, the row as a whole in the middle.</summary>
    private static void Settle(List<LayoutSlot> row, Func<LayoutSlot, List<LayoutSlot>> tied)
    {
        if (row.TrueForAll(slot => tied(slot).Count == 0))
        {
            return;
        }

        var wanted = row.ToDictionary(slot => slot, slot => tied(slot).Count == 0 ? slot.Center : tied(slot).Average(other => other.Center));
        var ordered = row.OrderBy(slot => wanted[slot]).ToList();
        row.Clear();
        row.AddRange(ordered);
        var x = double.NegativeInfinity;
        foreach (var slot in row)
        {
            slot.X = Math.Max(x, wanted[slot] - (slot.Width / 2));
            x = slot.X + slot.Width + Gap;
        }

        var shift = row.Average(slot => wanted[slot] - slot.Center);
        foreach (var slot in row)
        {
            slot.X += shift;
        }
    }
}
