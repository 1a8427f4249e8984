using LspCompose.Analysis.Model;
using LspCompose.Analysis.Projects;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Symbols;

/// <summary>
/// The names of all files that belong together with one file: those of every project that reads it. Which of them mean the same is told by their key. Immutable.
/// </summary>
internal sealed class ProjectSymbols
{
    private readonly Dictionary<string, FileSymbols> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> homes = new(StringComparer.Ordinal);
    private readonly Dictionary<SymbolKey, List<Symbol>> definitions = [];
    private readonly Dictionary<SymbolKey, List<Symbol>> references = [];

    internal ProjectSymbols(Workspace workspace, string path)
    {
        Projects = [.. ProjectsOf(workspace, path).Select(project => new ProjectParts(workspace, project))];
        foreach (var file in Projects.SelectMany(parts => parts.Project.ComposePaths).Prepend(path))
        {
            if (!files.ContainsKey(file) && IsComposeFile(workspace, file) && workspace.FindComposeFile(file) is { } composeFile)
            {
                files[file] = composeFile.Symbols;
                homes[file] = FindHome(file, path);
            }
        }

        AddVariables(Projects.SelectMany(parts => parts.VariableFiles), VariableFileReader.Read);
        AddVariables(Projects.SelectMany(parts => parts.ContainerVariableFiles), VariableFileReader.ReadOfContainers);

        // What refers can be told from what is defined only.
        foreach (var symbol in Everything(SymbolRole.Definition))
        {
            Add(definitions, symbol);
        }

        foreach (var symbol in Everything(SymbolRole.Reference))
        {
            Add(references, symbol);
        }

        void AddVariables(IEnumerable<string> paths, Func<string, SourceText, IEnumerable<Symbol>> read)
        {
            foreach (var file in paths)
            {
                if (!files.ContainsKey(file) && workspace.Find(file) is FileContent.Present present)
                {
                    files[file] = new FileSymbols(() => read(file, present.Text));
                    homes[file] = "";
                }
            }
        }
    }

    /// <summary>The names of the files that belong together with a file.</summary>
    public static ProjectSymbols Of(Workspace workspace, string path) => workspace.Projects.SymbolsOf(path);

    /// <summary>The projects that read the file, the one it is judged in first.</summary>
    public IReadOnlyList<ProjectParts> Projects { get; }

    /// <summary>The name that touches a 0-based UTF-16 offset of one of the files; null between names and for what is no name of the project after all.</summary>
    public Symbol? At(string file, int offset) => files.GetValueOrDefault(file)?.At(offset) is { } symbol && KeyOf(symbol) is not null ? symbol : null;

    /// <summary>What a name means; null for the host of somebody else.</summary>
    public SymbolKey? KeyOf(Symbol symbol)
    {
        var home = HomeOf(symbol);
        return symbol switch
        {
            { Kind: SymbolKind.Host } => Host(symbol, home),
            { Kind: SymbolKind.Variable } => new SymbolKey(SymbolKind.Variable, symbol.Name, ""),
            { Kind: SymbolKind.Anchor } => new SymbolKey(SymbolKind.Anchor, symbol.Name, $"{symbol.Path}#{symbol.Anchored}"),
            { Kind: SymbolKind.Alias } => Alias(symbol.Name, home, symbol.Attribute == "links" || symbol.Attribute == "external_links" ? symbol.Service ?? "" : null),
            _ => new SymbolKey(symbol.Kind, symbol.Name, symbol.Role == SymbolRole.Reference ? DefiningHome(symbol, home) : home),
        };
    }

    /// <summary>Where a thing is defined: in the order of the files, the file asked about first.</summary>
    public IReadOnlyList<Symbol> Definitions(SymbolKey key) => definitions.GetValueOrDefault(key) ?? [];

    /// <summary>Where a thing is referred to.</summary>
    public IReadOnlyList<Symbol> References(SymbolKey key) => references.GetValueOrDefault(key) ?? [];

    /// <summary>All definitions of a kind that count in the project of the file, several of one name for a thing written in several files.</summary>
    public IEnumerable<Symbol> Definitions(SymbolKind kind) =>
        definitions.Where(entry => entry.Key.Kind == kind && (entry.Key.Home.Length == 0 || kind == SymbolKind.Anchor)).SelectMany(entry => entry.Value);

    /// <summary>The first place that names a thing; null when nothing does.</summary>
    public Symbol? Named(SymbolKey key) => Definitions(key).Concat(References(key)).FirstOrDefault();

    /// <summary>
    /// What already has a name on the networks a thing is known on: another service, its container or alias, or a text that means a host of elsewhere by it. Null when the name is
    /// free, or only a further name of the thing itself.
    /// </summary>
    public Symbol? NamedOnNetworks(SymbolKey thing, string name)
    {
        var home = NetworkHome(thing);
        var same = Definitions(thing).Select(Answering).ToHashSet();
        return definitions.Where(entry => IsOnNetworks(entry.Key) && NetworkHome(entry.Key) == home && IsSameHost(entry.Key.Name, name) && !(IsLinkAlias(thing) && IsLinkAlias(entry.Key) && entry.Key.Home != thing.Home))
            .SelectMany(entry => entry.Value).FirstOrDefault(symbol => !same.Contains(Answering(symbol)))
            ?? Everything(SymbolRole.Reference).FirstOrDefault(symbol => symbol.Kind == SymbolKind.Host && IsSameHost(symbol.Name, name)
                && HomeOf(symbol) == home && (!IsLinkAlias(thing) || Alias(thing.Name, home, symbol.Service ?? "") == thing) && KeyOf(symbol) is null);
    }

    private static bool IsOnNetworks(SymbolKey key) => key.Kind is SymbolKind.Service or SymbolKind.Container or SymbolKind.Alias;

    private static bool IsLinkAlias(SymbolKey key) => key.Kind == SymbolKind.Alias && key.Home.Contains('#');

    private static string NetworkHome(SymbolKey key) => key.Home.Split('#')[0];

    private static bool IsSameHost(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>The service that answers to a name; for the alias of a link the one it links to.</summary>
    private static string? Answering(Symbol symbol) => symbol switch
    {
        { Kind: SymbolKind.Service } => symbol.Name,
        { Kind: SymbolKind.Alias, Attribute: "links", Scalar: { } item } => LinkItem.Parse(item.Value).Target,
        { Kind: SymbolKind.Alias, Attribute: "external_links" } => null,
        _ => symbol.Service,
    };

    private static bool IsComposeFile(Workspace workspace, string path) =>
        ComposeFileNames.IsYaml(path) || (workspace.TryGetFile(path, out _) && !ComposeFileNames.IsVariables(Path.GetFileName(path)));

    // A file of variables is asked about through the projects that read it.
    private static IEnumerable<Project> ProjectsOf(Workspace workspace, string path) => IsComposeFile(workspace, path)
        ? workspace.Projects.AllFor(path)
        : workspace.Files.Where(file => IsComposeFile(workspace, file.Path)).Select(file => workspace.Projects.For(file.Path)).Distinct().Where(project => project.Paths.Contains(path));

    // Names of the project of the file asked about have no home in their key.
    private string FindHome(string file, string path)
    {
        var owner = Projects.FirstOrDefault(parts => parts.Contains(file));
        return owner is null ? (file == path ? "" : file)
            : owner.Contains(path) || !Projects.Any(parts => parts.Contains(path)) ? ""
            : owner.Project.Request.Files[0];
    }

    private IEnumerable<Symbol> Everything(SymbolRole role) => files.Values.SelectMany(file => file.All).Where(symbol => symbol.Role == role);

    private void Add(Dictionary<SymbolKey, List<Symbol>> index, Symbol symbol)
    {
        if (KeyOf(symbol) is { } key)
        {
            if (!index.TryGetValue(key, out var list))
            {
                index[key] = list = [];
            }

            list.Add(symbol);
        }
    }

    private string HomeOf(Symbol symbol) => HomeOf(symbol.File is { } written ? ExtendedFile(symbol.Path, written) : symbol.Path);

    private string HomeOf(string file) => homes.GetValueOrDefault(file) ?? file;

    private string ExtendedFile(string file, string written) =>
        Projects.FirstOrDefault(parts => parts.Project.ComposePaths.Contains(file))?.PathOf(file, written) ?? written;

    // A file that is only extended leaves much to those that extend it.
    private string DefiningHome(Symbol symbol, string home)
    {
        bool IsDefined(string where) => definitions.ContainsKey(new SymbolKey(symbol.Kind, symbol.Name, where));
        return symbol.File is not null || IsDefined(home)
            ? home
            : Projects.Where(parts => parts.Project.ComposePaths.Contains(symbol.Path)).Select(parts => HomeOf(parts.Project.Request.Files[0])).FirstOrDefault(IsDefined) ?? home;
    }

    private static SymbolKey Alias(string name, string home, string? service) =>
        new(SymbolKind.Alias, name.ToLowerInvariant(), service is null ? home : $"{home}#{service}");

    // The engine asks a container's own links first. It does not tell upper from lower case.
    private SymbolKey? Host(Symbol symbol, string home)
    {
        SymbolKey[] candidates =
        [
            Alias(symbol.Name, home, symbol.Service ?? ""),
            new(SymbolKind.Service, symbol.Name, home),
            new(SymbolKind.Service, symbol.Name.ToLowerInvariant(), home),
            new(SymbolKind.Container, symbol.Name, home),
            Alias(symbol.Name, home, null),
        ];
        foreach (var candidate in candidates)
        {
            if (definitions.ContainsKey(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
