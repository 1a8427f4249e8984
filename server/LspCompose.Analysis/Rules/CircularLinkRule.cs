using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Fixes;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Rules;

/// <summary>Services that need each other in a circle, over at least one link.</summary>
internal sealed class CircularLinkRule : Rule
{
    public override string Id => "circular-link";

    public override RuleCategory Category => RuleCategory.Legacy;

    public override Severity DefaultSeverity => Severity.Error;

    public override string Title => "Services link each other in a circle, so none of them can start first.";

    public override string Explanation =>
        """
        A link makes its service start after the linked one. In a circle nobody can be first, and Compose refuses the whole file:

        - Compose v2: `dependency cycle detected: fpm -> nginx -> fpm`
        - docker-compose 1.6 to 1.29: `Circular dependency between nginx and fpm`
        - docker-compose before 1.6: `Circular import between fpm and nginx`

        The old way out was an ambassador container between the two. The way out today is a user-defined network: services on it reach each other
        by name, in both directions, whoever starts first. Only the start order inside the circle is given up; it could not be kept anyway.

        `depends_on`, `volumes_from` and shared namespaces count as edges too. A fix never drops those, only links.
        """;

    public override string BadExample =>
        """
        services:
          fpm:
            image: php:fpm
            links:
              - nginx
          nginx:
            image: nginx
            links:
              - fpm
        """;

    public override string GoodExample =>
        """
        services:
          fpm:
            image: php:fpm
            networks: [app]
          nginx:
            image: nginx
            networks: [app]

        networks:
          app:
        """;

    internal override void Check(RuleContext context)
    {
        var file = context.File;
        var graph = file.Graph;
        var isFirst = true;
        foreach (var component in graph.Components)
        {
            var members = component.ToHashSet();
            var inside = component.SelectMany(graph.From).Where(edge => members.Contains(edge.To)).ToList();
            var first = inside.Find(edge => edge.Dependency.Kind == DependencyKind.Link);
            if (first is null || graph.CircleThrough(first) is not { } circle)
            {
                continue;
            }

            var path = string.Join(" → ", circle.Select(edge => edge.From.Name).Append(first.From.Name));
            var others = component.Except(circle.Select(edge => edge.From)).Select(service => $"'{service.Name}'").ToList();
            var more = others.Count == 0 ? "" : $" {Sentence.List(others)} {(others.Count == 1 ? "is" : "are")} caught in it too.";

            // The fix for the whole file is as long as the file, so it hangs on the first circle only; editors offer it at every one.
            var whole = isFirst;
            isFirst = false;
            context.Report(
                first.Dependency.Span,
                $"Circular link: {path}.{more} Compose v2 answers 'dependency cycle detected', older ones 'Circular dependency between' or 'Circular import between'. Put the services on one network instead.",
                related: [.. circle.Select(edge => new RelatedLocation(file.Path, edge.Dependency.Span, $"'{edge.From.Name}' needs '{edge.To.Name}' ({edge.Dependency.Attribute})"))],
                fixes: () => [.. LinkFixes.ForCircle(context.Workspace, file, LinksOf(members)), .. whole ? LinkFixes.WholeFile(context.Workspace, file, FixKind.QuickFix) : []]);
        }
    }

    private static IReadOnlyList<Link> LinksOf(HashSet<Service> members)
    {
        var names = members.Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        return [.. members.SelectMany(service => service.Links).Where(link => names.Contains(link.Target))];
    }
}
