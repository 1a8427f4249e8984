using LspCompose.Analysis.Ambassadors;
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

    /// <summary>The fixes for one link: onto a network of its own name, or by what the default network does already.</summary>
    public static IReadOnlyList<Fix> ForLink(ComposeFile file, Link link)
    {
        var fixes = new List<Fix>();
        if (!HasSingleFixes(file))
        {
            return fixes;
        }

        var ambassador = file.Ambassadors.FirstOrDefault(candidate => candidate.Service.Name == link.Target);
        var target = ambassador?.Destination(link)?.Name ?? link.Target;
        var what = ambassador is null ? $"Replace the link to '{target}'" : $"Replace the link to '{target}' through '{link.Target}'";
        var named = Convert(file, NetworkStrategy.UserDefinedNetwork, [link]);
        if (named is { Edits.Count: > 0, NetworkName: { } network } && Converts(named, link))
        {
            fixes.Add(Make(file, $"{what} by network '{network}'", named, FixKind.QuickFix, isPreferred: true));
        }

        var plain = Convert(file, NetworkStrategy.DefaultNetwork, [link]);
        if (plain.Edits.Count > 0 && Converts(plain, link))
        {
            var title = link.IsRenamed && plain.HasNewAliases
                ? $"{what} by the network alias '{link.Alias}'"
                : $"Remove the link to '{target}': the network they share already makes it reachable by name";
            fixes.Add(Make(file, title, plain, FixKind.QuickFix, isPreferred: fixes.Count == 0));
        }

        return fixes;
    }

    /// <summary>The fix that converts the links of a circle, none where a link of it cannot be converted.</summary>
    public static IReadOnlyList<Fix> ForCircle(ComposeFile file, IReadOnlyList<Link> links)
    {
        if (!HasSingleFixes(file))
        {
            return [];
        }

        var result = Convert(file, NetworkStrategy.UserDefinedNetwork, links);
        return result.Edits.Count == 0 || result.Left.Count > 0
            ? []
            : [Make(file, $"Break the circle: replace its links by {NetworkOf(result)}", result, FixKind.QuickFix, isPreferred: true)];
    }

    /// <summary>The fix that removes an ambassador and connects the services on both sides of it, none where it must stay.</summary>
    public static IReadOnlyList<Fix> ForAmbassador(ComposeFile file, Ambassador ambassador)
    {
        if (ambassador.Links.Count == 0 || !HasSingleFixes(file))
        {
            return [];
        }

        var result = Convert(file, NetworkStrategy.UserDefinedNetwork, ambassador.Links);
        if (result.Edits.Count == 0 || result.Left.Count > 0)
        {
            return [];
        }

        var peers = ambassador.Links.Select(link => link.Source).Concat(ambassador.Fronted).Distinct().Select(service => $"'{service.Name}'");
        return [Make(file, $"Remove '{ambassador.Service.Name}' and connect {Sentence.List(peers)} through {NetworkOf(result)}", result, FixKind.QuickFix, isPreferred: true)];
    }

    /// <summary>The fix that converts everything in the file, none where nothing can be converted.</summary>
    public static IReadOnlyList<Fix> WholeFile(ComposeFile file, FixKind kind)
    {
        var result = NetworkMigration.Convert(file, new ConversionRequest(NetworkStrategy.UserDefinedNetwork), CancellationToken.None);
        return result.Edits.Count == 0 || result.Converted.Count == 0 ? [] : [Make(file, WholeFileTitle, result, kind, isPreferred: false)];
    }

    /// <summary>False for a file so large that only the fix for all of it is offered.</summary>
    private static bool HasSingleFixes(ComposeFile file) => (long)file.Model.Services.Count * file.LinkCount <= MaxSingleFixCost;

    private static bool Converts(MigrationResult result, Link link) => result.Converted.Any(note => note.Span == link.Item.Span);

    private static MigrationResult Convert(ComposeFile file, NetworkStrategy strategy, IReadOnlyList<Link> links) =>
        NetworkMigration.Convert(file, new ConversionRequest(strategy) { Links = links }, CancellationToken.None);

    private static string NetworkOf(MigrationResult result) => result.NetworkName is { } name ? $"network '{name}'" : "the network they share";

    private static Fix Make(ComposeFile file, string title, MigrationResult result, FixKind kind, bool isPreferred)
    {
        string[] remarks =
        [
            .. file.Model.Format == ComposeFormat.Legacy && title != WholeFileTitle ? ["moves the services under 'services:'"] : Array.Empty<string>(),
            .. result.Unordered.Count == 0 ? Array.Empty<string>() : [$"drops the start order of {Sentence.List(result.Unordered)}"],
            .. result.Left.Count == 0 ? Array.Empty<string>() : [$"leaves {result.Left.Count} that cannot be converted"],
            .. result.IsSafe ? Array.Empty<string>() : ["check first: " + result.Doubts[0].TrimEnd('.')],
        ];
        var full = remarks.Length == 0 ? title : $"{title} ({string.Join("; ", remarks)})";
        return new Fix(full, kind, () => [.. result.Edits.Select(edit => new FileEdit(file.Path, edit))]) { IsSafe = result.IsSafe, IsPreferred = isPreferred && result.IsSafe };
    }
}
