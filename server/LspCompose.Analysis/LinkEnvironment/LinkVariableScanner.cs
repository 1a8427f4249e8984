using System.Buffers;
using System.Text.RegularExpressions;
using LspCompose.Analysis.Model;
using LspCompose.Analysis.Projects;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.LinkEnvironment;

/// <summary>Looks through the texts of a file's services for what only links give them.</summary>
internal sealed partial class LinkVariableScanner
{
    // What a service is called is no host it connects to.
    private static readonly HashSet<string> OwnWords = new(StringComparer.Ordinal)
    {
        "NAME", "DB", "DATABASE", "USER", "USERNAME", "PASSWORD", "ID", "TAG", "VERSION", "TOPIC", "BUCKET", "INDEX", "SCHEMA", "VOLUME", "PREFIX", "HOSTNAME",
    };

    private static readonly SearchValues<char> CommandBreaks = SearchValues.Create(" \t\r\n;&|");

    private readonly Workspace workspace;
    private readonly ComposeFile file;
    private readonly Lazy<Project> project;
    private readonly Lazy<string> projectName;
    private readonly Lazy<ProjectVariables> variables;
    private readonly Lazy<HashSet<string>> hosts;
    private readonly Lazy<ILookup<string, (string Name, Service Service, string? Network)>> namesByPrefix;

    public LinkVariableScanner(Workspace workspace, ComposeFile file)
    {
        this.workspace = workspace;
        this.file = file;
        project = new(() => workspace.Projects.For(file.Path));
        projectName = new(() => project.Value.Name);
        variables = new(() => ProjectVariables.Of(workspace, file));
        hosts = new(() => file.Model.Services.SelectMany(HostNames).ToHashSet(StringComparer.OrdinalIgnoreCase));
        namesByPrefix = new(() => file.Model.Services.SelectMany(NetworkNames).ToLookup(entry => LinkVariableName.PrefixOf(entry.Name), StringComparer.Ordinal));
    }

    /// <summary>What a service uses of some links, in the order of its texts.</summary>
    public IReadOnlyList<LinkVariableUse> OfLinks(Service consumer, IReadOnlyList<Link> links)
    {
        var table = new LinkTable(links, projectName);
        return table.IsEmpty ? [] : Scan(consumer, table, _ => null);
    }

    /// <summary>What a service uses of its links, and of links that are gone to services it reaches by name.</summary>
    public IReadOnlyList<LinkVariableUse> OfService(Service consumer) =>
        Scan(consumer, new LinkTable([.. consumer.ExternalLinks, .. consumer.Links], projectName), name => LeftOver(consumer, name));

    // The service's name is known on all its networks, an alias on one.
    private static IEnumerable<(string Name, Service Service, string? Network)> NetworkNames(Service service) =>
        (service.Networks ?? []).SelectMany(network => network.Aliases.Select(alias => (alias, service, (string?)network.Name))).Prepend((service.Name, service, null));

    private static IEnumerable<string> HostNames(Service service) => NetworkNames(service).Select(entry => entry.Name).Concat(new[] { service.ContainerName, service.Hostname }.OfType<string>());

    /// <summary>Stands for a link that is gone: a name nobody would choose for a variable of his own, and a service that still answers to its first part.</summary>
    private Link? LeftOver(Service consumer, LinkVariableName name)
    {
        if (file.Model.Format == ComposeFormat.Legacy || !name.IsDistinctive)
        {
            return null;
        }

        var meant = namesByPrefix.Value[name.Prefix].Where(entry =>
            entry.Service != consumer && Networks.Share(consumer, entry.Service) && (entry.Network is null || Networks.IsOn(consumer, entry.Network))).ToList();
        return meant.Count > 0 && meant.TrueForAll(entry => entry.Service == meant[0].Service) && (name.Kind != LinkVariableKind.TargetVariable || LinkValues.Sets(meant[0].Service, name.Rest))
            ? new Link(consumer, meant[0].Service.Name, meant[0].Name, meant[0].Service.Entry.Key) { Attribute = "links" }
            : null;
    }

    private IReadOnlyList<LinkVariableUse> Scan(Service consumer, LinkTable table, Func<LinkVariableName, Link?> leftOver)
    {
        var texts = ConsumerTexts.Of(workspace, file, consumer, variables);
        var found = new List<LinkVariableUse>();
        var assigned = new Dictionary<(string Where, string Name), (LinkText Text, int End)>();
        foreach (var text in texts.Texts)
        {
            // What a default holds goes with the whole expression.
            var spans = new List<TextSpan>();
            foreach (Match word in LinkVariableName.MayBeIn(text.Text) ? Word().Matches(text.Text, text.Start) : Enumerable.Empty<Match>())
            {
                if ((spans.Count == 0 || word.Index >= spans[^1].End) && Variable(consumer, texts, text, word, table, leftOver, assigned) is var (use, span))
                {
                    found.Add(use);
                    spans.Add(span);
                }
            }

            if (!table.IsEmpty)
            {
                found.AddRange(NumberedHost().Matches(Blank(text.Text, spans), text.Start).Select(match => Host(table, text, match)).OfType<LinkVariableUse>());
            }
        }

        return found;
    }

    private (LinkVariableUse Use, TextSpan Span)? Variable(
        Service consumer, ConsumerTexts texts, LinkText text, Match word, LinkTable table, Func<LinkVariableName, Link?> leftOver, Dictionary<(string Where, string Name), (LinkText Text, int End)> assigned)
    {
        foreach (var name in LinkVariableName.Readings(word.Value))
        {
            var own = table.ByPrefix(name.Prefix);
            if ((own ?? leftOver(name)) is not { } link)
            {
                continue;
            }

            var mention = VariableMention.Around(text, TextSpan.FromLength(word.Index, word.Length));
            if (IsAssignment(text, word, mention))
            {
                assigned.TryAdd((text.Where, word.Value), (text, word.Index + word.Length));
                return null;
            }

            var target = file.Model.Find(link.Target);
            if (!IsOfLink(name, word.Value, mention, target, texts) || (assigned.TryGetValue((text.Where, word.Value), out var assignment) && IsBehind(assignment, text, word.Index)) || Defines(consumer, texts, word.Value))
            {
                return null;
            }

            var value = LinkValues.Of(name, link, target);
            var use = Use(link, word.Value, text, mention.Span, name.Kind, mention.Replaceable is null ? null : value) with
            {
                Value = value,
                IsFilledInByCompose = mention.Reader == VariableReader.Compose,
                IsWithoutLink = own is null,
            };
            return (use, mention.Span);
        }

        return null;
    }

    /// <summary>True where a mention can only mean the link's variable, not one Compose or somebody else sets.</summary>
    private bool IsOfLink(LinkVariableName name, string word, VariableMention mention, Service? target, ConsumerTexts texts)
    {
        var isCertain = name.Kind != LinkVariableKind.TargetVariable || (target is not null && LinkValues.Sets(target, name.Rest));
        return mention.Reader switch
        {
            VariableReader.ComposeOperator => false,
            VariableReader.Compose => name.IsDistinctive && isCertain && variables.Value.Get(word) is null,
            VariableReader.Program => isCertain && (name.IsDistinctive || !texts.HasUnknownFiles),
            _ => name.IsDistinctive || !texts.HasUnknownFiles,
        };
    }

    // What the service is merged with or extends may set variables too.
    private bool Defines(Service consumer, ConsumerTexts texts, string name) =>
        texts.Defined.Contains(name) || ((project.Value.Model.Get("services") as ConfigMapping)?.Get(consumer.Name) as ConfigMapping)?.Get("environment") is ConfigMapping environment && environment.Get(name) is not null;

    private static bool IsAssignment(LinkText text, Match word, VariableMention mention)
    {
        var end = word.Index + word.Length;
        return mention.Reader == VariableReader.Program && end < text.Text.Length && text.Text[end] == '=' && (end + 1 == text.Text.Length || text.Text[end + 1] != '=');
    }

    // The value an assignment gives may still be the link's: X=${X:-db}.
    private static bool IsBehind((LinkText Text, int End) assignment, LinkText text, int offset) =>
        assignment.Text != text || text.Text.AsSpan(assignment.End, offset - assignment.End).IndexOfAny(CommandBreaks) >= 0;

    private static string Blank(string text, List<TextSpan> spans)
    {
        if (spans.Count == 0)
        {
            return text;
        }

        var characters = text.ToCharArray();
        foreach (var span in spans)
        {
            characters.AsSpan(span.Start, span.Length).Fill(' ');
        }

        return new string(characters);
    }

    private LinkVariableUse? Host(LinkTable table, LinkText text, Match match)
    {
        if (hosts.Value.Contains(match.Value) || table.IsAlias(match.Value) || IsOwnName(text, match) || table.ByStem(match.Groups["stem"].Value, match.Groups["separator"].Value[0], file.Model) is not { } link)
        {
            return null;
        }

        // In the first format only the alias is a host name, whatever the service is called.
        var name = file.Model.Format == ComposeFormat.Legacy ? link.Alias : link.Target;
        return Use(link, match.Value, text, TextSpan.FromLength(match.Index, match.Length), LinkVariableKind.NumberedHost, name) with { Value = name };
    }

    private static bool IsOwnName(LinkText text, Match match) =>
        text.Key is { } key && text.Text[text.Start..].Trim('"', '\'', ' ') == match.Value && OwnWords.Contains(key[(key.LastIndexOf('_') + 1)..].ToUpperInvariant()) && !key.EndsWith("HOST_NAME", StringComparison.OrdinalIgnoreCase);

    private static LinkVariableUse Use(Link link, string name, LinkText text, TextSpan span, LinkVariableKind kind, string? replacement)
    {
        var place = text.Origin.ToSource(span);
        var isWhole = span.Start == 0 && span.End == text.Text.Length;
        return new(link, name, text.Path, place, kind, text.IsPlainItem && isWhole && replacement?.All(char.IsAsciiDigit) == true ? $"\"{replacement}\"" : replacement, text.Where)
        {
            Written = text.Text[span.Start..span.End],
            Place = text.ReadFrom ?? place,
        };
    }

    [GeneratedRegex("[A-Za-z0-9_]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    // Not a part of a longer name, a path, a domain or a variable; a host may follow the '//' of a URL.
    [GeneratedRegex(@"(?<![A-Za-z0-9_.$-]|\$\{|(?<!/)/)(?<stem>[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?)(?<separator>[_-])[1-9][0-9]{0,2}(?![A-Za-z0-9_=-]|\.[A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedHost();
}
