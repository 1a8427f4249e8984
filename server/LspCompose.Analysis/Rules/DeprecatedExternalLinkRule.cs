using LspCompose.Analysis.Composition;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Fixes;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Rules;

/// <summary>An item of <c>external_links</c>.</summary>
internal sealed class DeprecatedExternalLinkRule : Rule
{
    public override string Id => "deprecated-external-link";

    public override RuleCategory Category => RuleCategory.Legacy;

    public override Severity DefaultSeverity => Severity.Warning;

    public override string Title => "A service is connected to a container by an external link instead of a network.";

    public override string Explanation =>
        """
        `external_links` gives one service another name for a container, usually one of another project. On a user-defined network it works only where
        both are on that network, and there the container's own name works without it. A container that is missing, or on no common network, is passed over
        without a word: the name simply leads nowhere.

        - A container of the same project (its `container_name`, or a service's name): a network alias on that service, or nothing at all.
        - Another project's container under its own name: an external network both projects are on.
        - Another project's container under another name: the alias belongs to that project's file, on the network both share.

        An external link that keeps two services apart which would otherwise answer to one name is left alone; `lspcompose migrate` says so.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            external_links:
              - shop-db:db
          mysql:
            image: mysql
            container_name: shop-db
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
          mysql:
            image: mysql
            container_name: shop-db
            networks:
              default:
                aliases: [db]
        """;

    internal override void Check(RuleContext context)
    {
        var told = new HashSet<Yaml.Text.TextSpan>();
        Lazy<ProjectComposition> composition = new(() => ProjectComposition.Of(context.Workspace, context.File.Path));
        foreach (var link in context.File.Model.Services.SelectMany(service => service.ExternalLinks).Where(link => told.Add(link.Item.Span)))
        {
            context.Report(link.Item.Span, Message(composition.Value, link), fixes: () => LinkFixes.ForExternalLink(context.Workspace, context.File, link), tag: FindingTag.Deprecated);
        }
    }

    private static string Message(ProjectComposition composition, Link link)
    {
        var source = $"'{link.Source.Name}'";
        var isOwn = composition.Find(link.Target) is not null || composition.Services.Any(service => service.ContainerName == link.Target);
        return isOwn
            ? $"External link from {source} to '{link.Target}' of the same project is outdated: services on one network reach each other by name, or by a network alias."
            : $"External link from {source} to container '{link.Target}' is outdated: it leads nowhere unless both are on one network. Put both on an external network instead.";
    }
}
