namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Facts by place in a project: <c>*</c> stands for any key, <c>[]</c> for the items of a list. Walked down beside the values.</summary>
internal sealed class PathTable<T>
    where T : struct
{
    private readonly Dictionary<string, PathTable<T>> children = new(StringComparer.Ordinal);

    public PathTable(IEnumerable<(string Path, T Fact)> facts)
    {
        foreach (var (path, fact) in facts)
        {
            var table = this;
            foreach (var segment in path.Split('.'))
            {
                if (!table.children.TryGetValue(segment, out var next))
                {
                    table.children[segment] = next = new PathTable<T>([]);
                }

                table = next;
            }

            table.Fact = fact;
        }
    }

    /// <summary>What is known about this place.</summary>
    public T? Fact { get; private set; }

    /// <summary>The facts below a key, or below <c>[]</c>; null where there are none.</summary>
    public PathTable<T>? Below(string segment) => children.GetValueOrDefault(segment) ?? children.GetValueOrDefault("*");
}
