using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Model;

/// <summary>What one file says about services and networks. Immutable; read from the file's tree, broken places left out.</summary>
public sealed class ComposeModel
{
    // Deep enough for any real file; ends chains of aliases that lead to themselves.
    private const int MaxIndirections = 16;

    // Far more mappings than anybody merges into one, few enough to follow without a deep stack.
    private const int MaxMerged = 256;

    private readonly Lazy<AnchorTable> anchors;
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Service> byName = new(StringComparer.Ordinal);

    internal ComposeModel(YamlSyntaxTree tree)
    {
        anchors = new(() => new AnchorTable(tree));
        Roots = [.. tree.Documents.Where(document => document.Root is { IsMapping: true }).Select(document => document.Root.GetValueOrDefault())];
        var root = Roots.Count > 0 ? RootEntries(tree, Roots[0]) : [];
        Format = IsLegacy(root) ? ComposeFormat.Legacy : ComposeFormat.Current;
        List<YamlEntry> entries = Format == ComposeFormat.Legacy
            ? [.. root.Where(TopLevelKeys.IsRootService)]
            : [.. Roots.SelectMany(CurrentServices)];
        names.UnionWith(entries.Select(entry => entry.Name));
        Services = [.. entries.Where(entry => entry.Name != "<<").Select(entry => new Service(this, entry))];
        foreach (var service in Services)
        {
            byName[service.Name] = service;
        }
    }

    /// <summary>The generation of the file format.</summary>
    public ComposeFormat Format { get; }

    /// <summary>The root mappings of the file's documents.</summary>
    public IReadOnlyList<YamlNode> Roots { get; }

    /// <summary>The services in the order of the file.</summary>
    public IReadOnlyList<Service> Services { get; }

    /// <summary>Names of the networks declared at top level.</summary>
    public IReadOnlyList<string> Networks =>
        [.. Roots.Select(root => root.Get("networks")).OfType<YamlNode>().SelectMany(networks => Resolve(networks).Entries).Select(entry => entry.Name)];

    /// <summary>
    /// True when other files must be read to judge what is missing here: the file includes or is merged with others, so a service it
    /// names may be defined elsewhere.
    /// </summary>
    public bool IsPartial =>
        Roots.Any(root => root.Get("include") is not null) ||
        Services.Any(service => service.Attribute("<<") is { IsAlias: true } || service is { Body.IsMapping: true, IsRunnable: false });

    /// <summary>The service of a name, null when the file defines none.</summary>
    public Service? Find(string name) => byName.GetValueOrDefault(name);

    internal AnchorTable Anchors => anchors.Value;

    internal bool IsServiceName(string name) => names.Contains(name);

    /// <summary>The node an alias stands for, any other node as it is. An alias that leads nowhere stays an alias.</summary>
    internal YamlNode Resolve(YamlNode node)
    {
        for (var step = 0; step < MaxIndirections && node.IsAlias; step++)
        {
            if (anchors.Value.Find(node) is not { } target)
            {
                return node;
            }

            node = target;
        }

        return node;
    }

    /// <summary>True when something outside a span refers to an anchor inside it, so an edit of the span changes more than the span.</summary>
    internal bool IsSharedOutside(TextSpan span) => anchors.Value.IsSharedOutside(span);

    /// <summary>The value of a key in a mapping: its own, else that of the first mapping merged into it that has the key.</summary>
    internal YamlNode? Lookup(YamlNode mapping, string key) =>
        mapping.Get(key) ?? (mapping.TryGetEntry("<<", out _) ? LookupMerged(mapping, key, []) : null);

    // Each mapping is looked into once: merges of merges can name one mapping more often than anybody could follow.
    private YamlNode? LookupMerged(YamlNode mapping, string key, HashSet<YamlNode> seen)
    {
        if (!seen.Add(mapping))
        {
            return null;
        }

        if (mapping.Get(key) is { } own)
        {
            return own;
        }

        if (seen.Count > MaxMerged || !mapping.TryGetEntry("<<", out var merge) || merge.Key.Style != ScalarStyle.Plain)
        {
            return null;
        }

        var source = Resolve(merge.Value);
        return source.IsMapping
            ? LookupMerged(source, key, seen)
            : source.Items.Select(item => LookupMerged(Resolve(item.Value), key, seen)).FirstOrDefault(found => found is not null);
    }

    // In a broken file attributes of a service may have ended up beside it; they still stand further in than a service.
    private static List<YamlEntry> RootEntries(YamlSyntaxTree tree, YamlNode root)
    {
        if (tree.Errors.Count == 0 || root.Entries.Count == 0)
        {
            return [.. root.Entries];
        }

        int Column(YamlEntry entry) => tree.Text.PositionAt(entry.Key.FullSpan.Start).Character;
        var column = root.Entries.Min(Column);
        return [.. root.Entries.Where(entry => Column(entry) == column)];
    }

    // A word being typed between two services, further out than they are, takes those below it for its value until it is finished.
    private IEnumerable<YamlEntry> CurrentServices(YamlNode root)
    {
        var isAmongServices = false;
        foreach (var entry in root.Entries)
        {
            if (entry.Name == "services")
            {
                isAmongServices = true;
            }
            else if (!isAmongServices || entry.ColonOffset >= 0)
            {
                isAmongServices = false;
                continue;
            }

            foreach (var service in Resolve(entry.Value).Entries)
            {
                yield return service;
            }
        }
    }

    // Most of what stands at the root must look like services: other kinds of YAML file have some such key too.
    private bool IsLegacy(IReadOnlyList<YamlEntry> root)
    {
        if (root.Any(entry => entry.Name == "services" && !entry.Value.IsNull))
        {
            return false;
        }

        var services = 0;
        var others = 0;
        foreach (var entry in root.Where(entry => !TopLevelKeys.IsReserved(entry)))
        {
            if (ServiceKeys.TellService(Resolve(entry.Value)))
            {
                services++;
            }
            else if (!entry.Value.IsNull)
            {
                others++;
            }
        }

        return services > 0 && services >= others;
    }
}
