namespace LspCompose.Analysis.Graphs;

/// <summary>A place in a row of a layout: a box, or the gap through which a line passes.</summary>
internal sealed class LayoutSlot(int row, double width, double height)
{
    /// <summary>The row it stands in, counted from the top.</summary>
    public int Row { get; } = row;

    /// <summary>True for a gap through which a line passes.</summary>
    public bool IsPassage { get; init; }

    public double Width { get; } = width;

    /// <summary>The height of the box; a gap is as high as its row.</summary>
    public double Height { get; set; } = height;

    /// <summary>The left edge.</summary>
    public double X { get; set; }

    /// <summary>The upper edge.</summary>
    public double Y { get; set; }

    public double Center => X + (Width / 2);

    /// <summary>The slots of the row above that lines come from.</summary>
    public List<LayoutSlot> Up { get; } = [];

    /// <summary>The slots of the row below that lines go to.</summary>
    public List<LayoutSlot> Down { get; } = [];
}
