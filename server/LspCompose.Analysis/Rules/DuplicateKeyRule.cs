using System.Runtime.CompilerServices;
using LspCompose.Analysis.Findings;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Rules;

/// <summary>A key that stands twice in one mapping.</summary>
internal sealed class DuplicateKeyRule : Rule
{
    // What was found in an entry depends on its text alone, so it is found once for all snapshots that share the entry.
    private static readonly ConditionalWeakTable<object, IReadOnlyList<Duplicate>> Known = [];

    public override string Id => "duplicate-key";

    public override RuleCategory Category => RuleCategory.Syntax;

    public override Severity DefaultSeverity => Severity.Error;

    public override string Title => "A mapping has the same key twice.";

    public override string Explanation =>
        """
        A mapping can hold a key only once. Compose refuses the file: `mapping key "image" already defined`. docker-compose 1.x took the last one
        silently, so old files may hide a value nobody uses.

        Keep one of the two, or put their values together. This holds everywhere in the file, also for service names and for `<<`; several mappings
        are merged with one key: `<<: [*first, *second]`.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            ports:
              - "80:80"
            image: httpd
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: httpd
            ports:
              - "80:80"
        """;

    internal override void Check(RuleContext context)
    {
        var file = context.File;
        foreach (var document in file.Tree.Documents)
        {
            if (document.Root is { } root)
            {
                Check(context, root, isSplit: true);
            }
        }
    }

    // The parts that are parsed on their own: top-level entries, and each service.
    private static void Check(RuleContext context, YamlNode node, bool isSplit)
    {
        foreach (var duplicate in Own(node))
        {
            Report(context, duplicate);
        }

        foreach (var entry in node.Entries)
        {
            if (isSplit && entry.Name == "services")
            {
                Check(context, entry.Value, isSplit: false);
                continue;
            }

            var start = entry.Value.FullSpan.Start;
            foreach (var duplicate in Known.GetValue(entry.Value.Identity, _ => [.. Inside(entry.Value).Select(found => found.Shift(-start))]))
            {
                Report(context, duplicate.Shift(start));
            }
        }

        if (node.IsSequence)
        {
            foreach (var duplicate in Inside(node))
            {
                Report(context, duplicate);
            }
        }
    }

    private static void Report(RuleContext context, Duplicate duplicate) => context.Report(
        duplicate.Key,
        $"Key '{context.File.Text.ToString(duplicate.Key)}' stands twice in this mapping; Compose refuses that. Keep one of them.",
        related: [new RelatedLocation(context.File.Path, duplicate.First, "The first one")]);

    private static IEnumerable<Duplicate> Inside(YamlNode top)
    {
        var open = new Stack<YamlNode>([top]);
        while (open.TryPop(out var node))
        {
            foreach (var duplicate in Own(node))
            {
                yield return duplicate;
            }

            foreach (var entry in node.Entries)
            {
                open.Push(entry.Value);
            }

            foreach (var item in node.Items)
            {
                open.Push(item.Value);
            }
        }
    }

    private static IEnumerable<Duplicate> Own(YamlNode mapping)
    {
        if (mapping.Entries.Count < 2)
        {
            yield break;
        }

        var first = new Dictionary<string, TextSpan>(mapping.Entries.Count, StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            // A word that has no colon yet may still become another key.
            if (entry.Key.IsScalar && entry.ColonOffset >= 0 && !first.TryAdd(entry.Name, entry.Key.Span))
            {
                yield return new Duplicate(entry.Key.Span, first[entry.Name]);
            }
        }
    }

    private readonly record struct Duplicate(TextSpan Key, TextSpan First)
    {
        public Duplicate Shift(int delta) => new(Key.Shift(delta), First.Shift(delta));
    }
}
