namespace LspCompose.Analysis.Model;

/// <summary>Which service depends on which, over edges of every kind, as Compose orders them.</summary>
internal sealed class DependencyGraph
{
    private readonly Dictionary<Service, List<DependencyEdge>> edges = [];
    private readonly Dictionary<Service, int> component = [];

    /// <summary>Builds the graph; edges to services that are not in the list are left out.</summary>
    public DependencyGraph(IReadOnlyList<Service> services, IEnumerable<DependencyEdge> dependencies)
    {
        foreach (var service in services)
        {
            edges[service] = [];
        }

        foreach (var edge in dependencies)
        {
            if (edges.TryGetValue(edge.From, out var list) && edges.ContainsKey(edge.To))
            {
                list.Add(edge);
            }
        }

        Components = FindComponents(services);
        for (var index = 0; index < Components.Count; index++)
        {
            foreach (var service in Components[index])
            {
                component[service] = index;
            }
        }
    }

    /// <summary>The strongly connected components, services in the order of the file; single services without an edge to themselves included.</summary>
    public IReadOnlyList<IReadOnlyList<Service>> Components { get; }

    /// <summary>The graph of a file as it is.</summary>
    public static DependencyGraph Of(ComposeModel model) => new(model.Services, EdgesOf(model));

    /// <summary>Every dependency of the file whose target the file defines.</summary>
    public static IEnumerable<DependencyEdge> EdgesOf(ComposeModel model)
    {
        foreach (var service in model.Services)
        {
            foreach (var dependency in service.Dependencies)
            {
                if (model.Find(dependency.Target) is { } target)
                {
                    yield return new DependencyEdge(service, target, dependency);
                }
            }
        }
    }

    /// <summary>The edges that leave a service.</summary>
    public IReadOnlyList<DependencyEdge> From(Service service) => edges[service];

    /// <summary>True when each of the two services depends, over others or not, on the other one (or both are the same service).</summary>
    public bool InOneCycle(Service a, Service b) => component.TryGetValue(a, out var ca) && component.TryGetValue(b, out var cb) && ca == cb;

    /// <summary>A shortest circle that starts with an edge, null when the edge is in none.</summary>
    public IReadOnlyList<DependencyEdge>? CircleThrough(DependencyEdge first)
    {
        if (first.From == first.To)
        {
            return [first];
        }

        var reachedBy = new Dictionary<Service, DependencyEdge>();
        var queue = new Queue<Service>([first.To]);
        while (queue.TryDequeue(out var service))
        {
            foreach (var edge in edges[service])
            {
                if (edge.To == first.From)
                {
                    return [first, .. PathTo(edge, first.To, reachedBy)];
                }

                if (edge.To != first.To && reachedBy.TryAdd(edge.To, edge))
                {
                    queue.Enqueue(edge.To);
                }
            }
        }

        return null;
    }

    private static List<DependencyEdge> PathTo(DependencyEdge last, Service start, Dictionary<Service, DependencyEdge> reachedBy)
    {
        var path = new List<DependencyEdge> { last };
        while (path[^1].From != start)
        {
            path.Add(reachedBy[path[^1].From]);
        }

        path.Reverse();
        return path;
    }

    // Tarjan's algorithm with its own stack, so a long chain of services cannot overflow ours.
    private List<IReadOnlyList<Service>> FindComponents(IReadOnlyList<Service> services)
    {
        var order = new Dictionary<Service, int>(services.Count);
        for (var index = 0; index < services.Count; index++)
        {
            order[services[index]] = index;
        }

        var number = new int[services.Count];
        var low = new int[services.Count];
        var onStack = new bool[services.Count];
        var stack = new Stack<int>();
        var work = new Stack<(int Node, int Edge)>();
        var next = 0;
        var result = new List<IReadOnlyList<Service>>();
        for (var root = 0; root < services.Count; root++)
        {
            if (number[root] != 0)
            {
                continue;
            }

            work.Push((root, 0));
            while (work.TryPop(out var frame))
            {
                var (node, edge) = frame;
                if (edge == 0)
                {
                    number[node] = low[node] = ++next;
                    stack.Push(node);
                    onStack[node] = true;
                }

                var list = edges[services[node]];
                if (edge > 0)
                {
                    low[node] = Math.Min(low[node], low[order[list[edge - 1].To]]);
                }

                var descended = false;
                for (; edge < list.Count; edge++)
                {
                    var to = order[list[edge].To];
                    if (number[to] == 0)
                    {
                        work.Push((node, edge + 1));
                        work.Push((to, 0));
                        descended = true;
                        break;
                    }

                    if (onStack[to])
                    {
                        low[node] = Math.Min(low[node], number[to]);
                    }
                }

                if (!descended && low[node] == number[node])
                {
                    var members = new List<int>();
                    int member;
                    do
                    {
                        member = stack.Pop();
                        onStack[member] = false;
                        members.Add(member);
                    }
                    while (member != node);
                    members.Sort();
                    result.Add([.. members.Select(index => services[index])]);
                }
            }
        }

        return result;
    }
}
