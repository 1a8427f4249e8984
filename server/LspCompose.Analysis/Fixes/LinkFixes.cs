using LspCompose.Analysis.Ambassadors;
using LspCompose.Analysis.Composition;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Migration;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Fixes;

/// <summary>Fixes that turn links into networks: one link, a circle, an ambassador or the whole file.</summary>
internal static class LinkFixes
{
    /// <summary>Title of the fix for the whole file, before its remarks.</summary>
    public const string WholeFileTitle = "Convert all links in this file to networks";

    // A fix for one link may touch every service, so all of them together cost links times services.
    private const int MaxSingleFixCost = 20_000;

    /// <summary>The fixes for one link: onto a network of its own name, or by what the default network does already. What the user chose as strategy comes first.</summary>
    public static IReadOnlyList<Fix> ForLink(Workspace workspace, ComposeFile file, Link link)
    {
        var fixes = new List<Fix>();
        if (!HasSingleFixes(file))
        {
            return fixes;
        }

        // An ambassador goes with all links through it, or stays.
        if (file.Ambassadors.FirstOrDefault(candidate => candidate.Service.Name == link.Target && candidate.Certainty != AmbassadorCertainty.Medium) is { } ambassador)
        {
            return ForAmbassador(workspace, file, ambassador);
        }

        var (target, what) = (link.Target, $"Replace the link to '{link.Target}'");
        foreach (var strategy in Strategies(workspace))
        {
            var result = Convert(workspace, file, strategy, [link]);
            // Another link under the same name that has to stay would keep everything as it is.
            if (result.Edits.Count == 0 || result.Left.Count > 0 || result.For(file.Path).Converted.All(note => note.Span != link.Item.Span))
            {
                continue;
            }

            if (strategy == NetworkStrategy.DefaultNetwork)
            {
                var title = link.IsRenamed && result.HasNewAliases
                    ? $"{what} by the network alias '{link.Alias}'"
                    : $"Remove the link to '{target}': the network they share already makes it reachable by name";
                fixes.Add(Make(file, title, result, FixKind.QuickFix, isPreferred: fixes.Count == 0));
            }
            else if (result.NetworkName is { } network)
            {
                fixes.Add(Make(file, $"{what} by network '{network}'", result, FixKind.QuickFix, isPreferred: fixes.Count == 0));
            }
        }

        return fixes;
    }

    /// <summary>The fix for one external link, none where it must stay.</summary>
    public static IReadOnlyList<Fix> ForExternalLink(Workspace workspace, ComposeFile file, Link link)
    {
        if (!HasSingleFixes(file))
        {
            return [];
        }

        var result = Convert(workspace, file, NetworkStrategy.DefaultNetwork, [link]);
        return result.Edits.Count == 0 || result.For(file.Path).Converted.All(note => note.Span != link.Item.Span)
            ? []
            : [Make(file, TitleFor(link, result), result, FixKind.QuickFix, isPreferred: true)];
    }

    private static string TitleFor(Link link, MigrationResult result) =>
        result.JoinedNetworks.Count > 0 ? $"Replace the external link to '{link.Target}' by its network '{result.JoinedNetworks[0]}'"
        : result.HasNewAliases ? $"Replace the external link to '{link.Target}' by the network alias '{link.Alias}'"
        : $"Remove the external link to '{link.Target}'";

    /// <summary>The fix that converts the links of a circle, none where a link of it cannot be converted.</summary>
    public static IReadOnlyList<Fix> ForCircle(Workspace workspace, ComposeFile file, IReadOnlyList<Link> links)
    {
        if (!HasSingleFixes(file))
        {
            return [];
        }

        var result = Convert(workspace, file, workspace.Settings.Strategy, links);
        return result.Edits.Count == 0 || result.Left.Count > 0
            ? []
            : [Make(file, $"Break the circle: replace its links by {NetworkOf(result)}", result, FixKind.QuickFix, isPreferred: true)];
    }

    /// <summary>The fix that removes an ambassador and connects the services on both sides of it, none where it must stay.</summary>
    public static IReadOnlyList<Fix> ForAmbassador(Workspace workspace, ComposeFile file, Ambassador ambassador)
    {
        if (ambassador.Links.Count == 0 || !HasSingleFixes(file))
        {
            return [];
        }

        var result = Convert(workspace, file, workspace.Settings.Strategy, ambassador.Links);
        if (result.Edits.Count == 0 || result.Left.Count > 0)
        {
            return [];
        }

        var peers = ambassador.Links.Select(link => link.Source).Concat(ambassador.Fronted).Distinct().Select(service => $"'{service.Name}'");
        return [Make(file, $"Remove '{ambassador.Service.Name}' and connect {Sentence.List(peers)} through {NetworkOf(result)}", result, FixKind.QuickFix, isPreferred: true)];
    }

    /// <summary>
    /// The fixes that convert everything in the file, none where nothing can be converted: what is safe, then (as quick fixes) everything, and what is safe with the other strategy.
    /// </summary>
    public static IReadOnlyList<Fix> WholeFile(Workspace workspace, ComposeFile file, FixKind kind)
    {
        var composition = ProjectComposition.Of(workspace, file.Path);
        MigrationResult Run(NetworkStrategy strategy, bool includesUnsafe) => NetworkMigration.Convert(
            workspace, composition, new ConversionRequest(strategy) { Paths = new HashSet<string> { file.Path }, IncludesUnsafe = includesUnsafe }, CancellationToken.None);

        var fixes = new List<Fix>();
        var chosen = Run(workspace.Settings.Strategy, false);
        Add(chosen, WholeFileTitle);
        if (kind != FixKind.QuickFix)
        {
            return fixes;
        }

        var all = Run(workspace.Settings.Strategy, true);
        if (!all.IsSafe)
        {
            Add(all, chosen.IsChange ? $"{WholeFileTitle}, doubtful ones too" : WholeFileTitle);
        }

        var other = Run(Strategies(workspace)[1], false);
        if (other.NetworkName != chosen.NetworkName)
        {
            Add(other, other.NetworkName is { } network ? $"Convert all links in this file to network '{network}'" : "Convert all links in this file, keeping the default network");
        }

        return fixes;

        void Add(MigrationResult result, string title)
        {
            if (result.Edits.Count > 0 && result.Converted.Count > 0)
            {
                fixes.Add(Make(file, title, result, kind, isPreferred: false));
            }
        }
    }

    private static NetworkStrategy[] Strategies(Workspace workspace) => workspace.Settings.Strategy == NetworkStrategy.DefaultNetwork
        ? [NetworkStrategy.DefaultNetwork, NetworkStrategy.UserDefinedNetwork]
        : [NetworkStrategy.UserDefinedNetwork, NetworkStrategy.DefaultNetwork];

    /// <summary>False for a file so large that only the fix for all of it is offered.</summary>
    private static bool HasSingleFixes(ComposeFile file) => (long)file.Model.Services.Count * file.LinkCount <= MaxSingleFixCost;

    /// <summary>What converting some links of a file comes to.</summary>
    public static MigrationResult Convert(Workspace workspace, ComposeFile file, NetworkStrategy strategy, IReadOnlyList<Link> links)
    {
        var items = links.Select(link => new ItemPlace(file.Path, link.Item.Span)).ToHashSet();
        var request = new ConversionRequest(strategy) { Paths = new HashSet<string> { file.Path }, Items = items, IncludesUnsafe = true };
        return NetworkMigration.Convert(workspace, ProjectComposition.Of(workspace, file.Path), request, CancellationToken.None);
    }

    private static string NetworkOf(MigrationResult result) => result.NetworkName is { } name ? $"network '{name}'" : "the network they share";

    private static Fix Make(ComposeFile file, string title, MigrationResult result, FixKind kind, bool isPreferred)
    {
        string[] remarks =
        [
            .. file.Model.Format == ComposeFormat.Legacy && !title.StartsWith("Convert all", StringComparison.Ordinal) ? ["moves the services under 'services:'"] : Array.Empty<string>(),
            .. result.Unordered.Count == 0 ? Array.Empty<string>() : [$"drops the start order of {Sentence.List(result.Unordered)}"],
            .. result.Left.Count == 0 ? Array.Empty<string>() : [$"leaves {result.Left.Count} that cannot be converted"],
            .. result.IsSafe ? Array.Empty<string>() : ["check first: " + result.Doubts[0].TrimEnd('.')],
        ];
        var full = remarks.Length == 0 ? title : $"{title} ({string.Join("; ", remarks)})";
        return new Fix(full, kind, () => result.Edits) { IsSafe = result.IsSafe, IsPreferred = isPreferred && result.IsSafe };
    }
}
