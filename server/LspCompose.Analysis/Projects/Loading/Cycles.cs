using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Finds services that wait for each other, over dependencies of every kind.</summary>
internal static class Cycles
{
    /// <summary>Reports every group of active services that depend on each other; circles of links within one file are told by a rule of their own.</summary>
    public static void Check(LoadContext context, ConfigMapping root, IReadOnlySet<string> active)
    {
        if (root.Get("services") is not ConfigMapping services)
        {
            return;
        }

        var edges = services.Entries.Where(entry => active.Contains(entry.Key)).ToDictionary(
            entry => entry.Key,
            entry => Targets(entry.Value).Where(target => active.Contains(target.Key)).ToList(),
            StringComparer.Ordinal);
        foreach (var component in StrongComponents.Of(edges.Keys, name => edges[name].Select(edge => edge.Key)))
        {
            var members = component.ToHashSet(StringComparer.Ordinal);
            if ((component.Count == 1 && edges[component[0]].All(edge => edge.Key != component[0])) || IsCircleOfLinks(context, services, members))
            {
                continue;
            }

            var circle = Circle(component[0], edges, members);
            var way = string.Join(" → ", circle.Select(step => step.From).Append(circle[0].From));
            var others = members.Except(circle.Select(step => step.From)).Order(StringComparer.Ordinal).Select(name => $"'{name}'").ToList();
            var more = others.Count == 0 ? "" : $" {Sentence.List(others)} {(others.Count == 1 ? "is" : "are")} caught in it too.";
            context.Problems.Add(new Problem("dependency-cycle", circle[0].Edge.KeyPlace, component.Count == 1
                ? $"Service '{circle[0].From}' waits for itself, so it can never start. Take this dependency out."
                : $"These services wait for each other: {way}.{more} None of them can start first; take one dependency out.")
            {
                Related = component.Count == 1 ? [] : [.. circle.Select(step => new RelatedLocation(step.Edge.KeyPlace.Path, step.Edge.KeyPlace.Span, $"'{step.From}' needs '{step.Edge.Key}'"))],
            });
        }
    }

    private static IReadOnlyList<ConfigEntry> Targets(ConfigNode service) => (service as ConfigMapping)?.Get("depends_on") is ConfigMapping dependencies ? dependencies.Entries : [];

    private static bool IsCircleOfLinks(LoadContext context, ConfigMapping services, HashSet<string> members)
    {
        foreach (var name in members)
        {
            foreach (var link in (services.Get(name) as ConfigMapping)?.Get("links") is ConfigSequence links ? links.Items : [])
            {
                if (link is ConfigScalar { Text: { } text } && members.Contains(text.Split(':')[0]) && context.Workspace.FindComposeFile(link.Place.Path) is { } file &&
                    file.Graph.Components.Any(component => component.Any(service => service.Name == name) && component.Any(service => service.Name == text.Split(':')[0]) &&
                        file.Graph.From(component.First(service => service.Name == name)).Any(edge => edge.To.Name == text.Split(':')[0])))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // A shortest way from a member back to itself, breadth first.
    private static List<(string From, ConfigEntry Edge)> Circle(string start, Dictionary<string, List<ConfigEntry>> edges, HashSet<string> members)
    {
        var reachedBy = new Dictionary<string, (string From, ConfigEntry Edge)>(StringComparer.Ordinal);
        var queue = new Queue<string>([start]);
        while (queue.TryDequeue(out var name) && !reachedBy.ContainsKey(start))
        {
            foreach (var edge in edges[name].Where(edge => members.Contains(edge.Key)))
            {
                if (reachedBy.TryAdd(edge.Key, (name, edge)))
                {
                    queue.Enqueue(edge.Key);
                }
            }
        }

        var circle = new List<(string From, ConfigEntry Edge)>();
        var current = start;
        do
        {
            var step = reachedBy[current];
            circle.Insert(0, step);
            current = step.From;
        }
        while (current != start);
        return circle;
    }
}
