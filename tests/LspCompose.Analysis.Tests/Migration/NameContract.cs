using LspCompose.Analysis.Ambassadors;
using LspCompose.Analysis.Model;
using LspCompose.Testing.Names;

namespace LspCompose.Analysis.Tests.Migration;

/// <summary>
/// Who reaches whom by which name, and who starts after whom: the answers of <see cref="NameModel"/>, which the engine tests hold against an engine, but with links
/// leading past ambassadors. Written down without the converter's own view.
/// </summary>
internal sealed class NameContract
{
    private readonly ComposeModel model;
    private readonly IReadOnlyList<Ambassador> ambassadors;
    private readonly NameModel names;

    /// <summary>The contract of a file; links lead past those of its ambassadors that are to go.</summary>
    public NameContract(ComposeFile file, IReadOnlySet<string> going)
    {
        model = file.Model;
        ambassadors = [.. file.Ambassadors.Where(ambassador => going.Contains(ambassador.Service.Name))];
        names = new NameModel(ComposeFileNames.Read(file, "project"));
    }

    public IReadOnlyList<string> Names => names.Names;

    public IReadOnlyList<string> Services => [.. model.Services.Select(service => service.Name).Distinct()];

    /// <summary>The services (owners of a network stack) that answer to a name for a consumer; links lead past ambassadors.</summary>
    public IReadOnlySet<string> Resolve(string consumer, string name)
    {
        if (names.AnsweringLink(consumer, name) is { } answering && string.Equals(answering.Alias, name, StringComparison.OrdinalIgnoreCase) &&
            ambassadors.FirstOrDefault(candidate => candidate.Service.Name == answering.Target) is { } ambassador &&
            model.Services.SelectMany(service => service.Links.Concat(service.ExternalLinks)).FirstOrDefault(link => link.Source.Name == consumer && link.Target == answering.Target && link.Alias == answering.Alias) is { } link &&
            ambassador.Destination(link) is { } destination && Owner(destination) is { } behind)
        {
            return new HashSet<string> { behind.Name };
        }

        return names.Resolve(consumer, name);
    }

    /// <summary>
    /// The pairs of services of which the first starts after the second, ambassadors left out (links lead past them). Nothing is said about the order inside a circle,
    /// nor about what follows only from it.
    /// </summary>
    public IReadOnlySet<(string From, string To)> Order()
    {
        var edges = Edges();
        var graph = new DependencyGraph(model.Services, DependencyGraph.EdgesOf(model).Concat(edges.SelectMany(pair => pair.Value.Select(to => Edge(pair.Key, to)))));
        foreach (var (from, targets) in edges)
        {
            targets.RemoveWhere(to => graph.InOneCycle(Find(from), Find(to)));
        }

        return edges.Keys.SelectMany(from => Reach(edges, from).Select(to => (from, to))).ToHashSet();
    }

    /// <summary>The pairs of services of which the first needs the second, circles included.</summary>
    public IReadOnlySet<(string From, string To)> Needs()
    {
        var edges = Edges();
        return edges.Keys.SelectMany(from => Reach(edges, from).Select(to => (from, to))).ToHashSet();
    }

    private DependencyEdge Edge(string from, string to) => new(Find(from), Find(to), new Dependency(DependencyKind.Link, to, default) { Attribute = "links" });

    private Service Find(string name) => model.Find(name) ?? throw new ArgumentException(name);

    private Dictionary<string, HashSet<string>> Edges()
    {
        var edges = new Dictionary<string, HashSet<string>>();
        foreach (var service in model.Services.Where(service => ambassadors.All(ambassador => ambassador.Service != service)))
        {
            edges[service.Name] = [];
        }

        foreach (var service in model.Services.Where(service => edges.ContainsKey(service.Name)))
        {
            foreach (var link in service.Links)
            {
                var ambassador = ambassadors.FirstOrDefault(ambassador => ambassador.Service.Name == link.Target);
                var target = ambassador is null ? link.Target : ambassador.Destination(link)?.Name;
                if (target is not null && edges.ContainsKey(target))
                {
                    edges[service.Name].Add(target);
                }
            }

            foreach (var dependency in service.Dependencies.Where(dependency => dependency.Kind != DependencyKind.Link && edges.ContainsKey(dependency.Target)))
            {
                edges[service.Name].Add(dependency.Target);
            }
        }

        return edges;
    }

    private static HashSet<string> Reach(Dictionary<string, HashSet<string>> edges, string from)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>(edges[from]);
        while (open.TryPop(out var next))
        {
            if (seen.Add(next))
            {
                foreach (var further in edges[next])
                {
                    open.Push(further);
                }
            }
        }

        return seen;
    }

    private Service? Owner(Service service)
    {
        var owner = service;
        for (var step = 0; step <= model.Services.Count; step++)
        {
            if (owner.NetworkMode?.StartsWith("service:", StringComparison.Ordinal) != true)
            {
                return owner;
            }

            if (model.Find(owner.NetworkMode["service:".Length..]) is not { } next)
            {
                return null;
            }

            owner = next;
        }

        return null;
    }
}
