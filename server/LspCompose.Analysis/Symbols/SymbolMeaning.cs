namespace LspCompose.Analysis.Symbols;

/// <summary>What a name means, seen from the file it stands in and from the files that define it: other projects may read those, too.</summary>
internal sealed class SymbolMeaning
{
    private readonly Workspace workspace;

    private SymbolMeaning(Workspace workspace, ProjectSymbols project, Symbol symbol, SymbolKey key)
    {
        this.workspace = workspace;
        (Project, Symbol, Key) = (project, symbol, key);
    }

    /// <summary>The names of the file's projects.</summary>
    public ProjectSymbols Project { get; }

    /// <summary>The name asked about.</summary>
    public Symbol Symbol { get; }

    /// <summary>What it means.</summary>
    public SymbolKey Key { get; }

    /// <summary>Its definitions.</summary>
    public IReadOnlyList<Symbol> Definitions => Project.Definitions(Key);

    /// <summary>All names of the same meaning as far as the file's projects know.</summary>
    public IEnumerable<Symbol> Here => Project.Definitions(Key).Concat(Project.References(Key));

    /// <summary>The meaning of the name that touches a 0-based UTF-16 offset of a file; null between names.</summary>
    public static SymbolMeaning? At(Workspace workspace, string path, int offset)
    {
        var project = ProjectSymbols.Of(workspace, path);
        return project.At(path, offset) is { } symbol && project.KeyOf(symbol) is { } key ? new(workspace, project, symbol, key) : null;
    }

    /// <summary>The views that know the thing: that of the file, and those of the other files that define it.</summary>
    public IEnumerable<(ProjectSymbols Project, SymbolKey Key)> Views(CancellationToken cancellation)
    {
        yield return (Project, Key);
        foreach (var definition in Definitions.Where(definition => definition.Path != Symbol.Path).DistinctBy(definition => definition.Path))
        {
            cancellation.ThrowIfCancellationRequested();
            var other = ProjectSymbols.Of(workspace, definition.Path);
            if (other.KeyOf(definition) is { } key)
            {
                yield return (other, key);
            }
        }
    }

    /// <summary>All names of the same meaning, each once.</summary>
    public IEnumerable<Symbol> All(CancellationToken cancellation) =>
        Views(cancellation).SelectMany(view => view.Project.Definitions(view.Key).Concat(view.Project.References(view.Key))).DistinctBy(symbol => (symbol.Path, symbol.Span));
}
