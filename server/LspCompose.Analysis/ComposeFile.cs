using LspCompose.Analysis.Ambassadors;
using LspCompose.Analysis.Model;
using LspCompose.Analysis.Places;
using LspCompose.Analysis.Symbols;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis;

/// <summary>One file of a workspace: its path (any name the host knows it by), text and tree. Immutable.</summary>
public sealed class ComposeFile
{
    private readonly Lazy<ComposeModel> model;
    private readonly Lazy<DependencyGraph> graph;
    private readonly Lazy<IReadOnlyList<Ambassador>> ambassadors;
    private readonly Lazy<int> linkCount;

    internal ComposeFile(string path, YamlSyntaxTree tree)
    {
        Path = path;
        Tree = tree;
        model = new(() => new ComposeModel(tree));
        graph = new(() => DependencyGraph.Of(Model));
        ambassadors = new(() => AmbassadorDetector.Find(Model));
        Places = new FilePlaces(this);
        Symbols = new FileSymbols(() => SymbolReader.Read(this));
        linkCount = new(() => Model.Services.Sum(service => service.Links.Count));
    }

    /// <summary>The name the host knows the file by: a URI in the language server, a path on the command line.</summary>
    public string Path { get; }

    /// <summary>The file's syntax tree.</summary>
    public YamlSyntaxTree Tree { get; }

    /// <summary>What the file says about services and networks.</summary>
    public ComposeModel Model => model.Value;

    /// <summary>The ambassadors among its services.</summary>
    public IReadOnlyList<Ambassador> Ambassadors => ambassadors.Value;

    /// <summary>
    /// True when the file may be one of several that make up a project, so what it does not define may stand in another one.
    /// </summary>
    public bool IsPartial => Model.IsPartial || System.IO.Path.GetFileName(Path).Contains("override", StringComparison.OrdinalIgnoreCase);

    /// <summary>Its places, and what the schema says about them.</summary>
    internal FilePlaces Places { get; }

    /// <summary>The names in it.</summary>
    internal FileSymbols Symbols { get; }

    internal DependencyGraph Graph => graph.Value;

    internal int LinkCount => linkCount.Value;

    /// <summary>The file's text.</summary>
    public SourceText Text => Tree.Text;
}
