namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Strongly connected components of a graph of names (Tarjan's algorithm, without recursion).</summary>
internal static class StrongComponents
{
    /// <summary>The components, each in the order its names were reached.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(IEnumerable<string> names, Func<string, IEnumerable<string>> targets)
    {
        var result = new List<IReadOnlyList<string>>();
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var low = new Dictionary<string, int>(StringComparer.Ordinal);
        var open = new List<string>();
        var isOpen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in names)
        {
            if (index.ContainsKey(root))
            {
                continue;
            }

            var work = new Stack<(string Name, IEnumerator<string> Targets)>();
            void Enter(string name)
            {
                index[name] = low[name] = index.Count;
                open.Add(name);
                isOpen.Add(name);
                work.Push((name, targets(name).GetEnumerator()));
            }

            Enter(root);
            while (work.TryPeek(out var step))
            {
                if (step.Targets.MoveNext())
                {
                    var next = step.Targets.Current;
                    if (!index.TryGetValue(next, out var known))
                    {
                        Enter(next);
                    }
                    else if (isOpen.Contains(next))
                    {
                        low[step.Name] = Math.Min(low[step.Name], known);
                    }

                    continue;
                }

                work.Pop();
                if (work.TryPeek(out var parent))
                {
                    low[parent.Name] = Math.Min(low[parent.Name], low[step.Name]);
                }

                if (low[step.Name] == index[step.Name])
                {
                    var start = open.LastIndexOf(step.Name);
                    var component = open[start..];
                    open.RemoveRange(start, open.Count - start);
                    isOpen.ExceptWith(component);
                    result.Add(component);
                }
            }
        }

        return result;
    }
}
