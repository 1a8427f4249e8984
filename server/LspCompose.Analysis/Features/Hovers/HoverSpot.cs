using LspCompose.Analysis.Features.Words;
using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Places;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Projects.Loading;
using LspCompose.Analysis.Schema;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Hovers;

/// <summary>What is under the cursor: a key, a scalar, an alias, or the anchor or tag before a node.</summary>
internal sealed class HoverSpot
{
    private readonly Lazy<Project> project;

    private HoverSpot(Workspace workspace, ComposeFile file, int offset, IReadOnlyList<Place> places, YamlPathStep step)
    {
        Workspace = workspace;
        File = file;
        Offset = offset;
        Place = places[^1];
        Node = step.Node;
        IsKey = step.Part == YamlPathPart.Key;
        Property = PropertyAt(file.Text, Node, offset);
        project = new(() => workspace.Projects.For(file.Path));
    }

    /// <summary>The snapshot.</summary>
    public Workspace Workspace { get; }

    /// <summary>The file the cursor is in.</summary>
    public ComposeFile File { get; }

    /// <summary>Where the cursor is, a 0-based UTF-16 offset.</summary>
    public int Offset { get; }

    /// <summary>The innermost entry or item.</summary>
    public Place Place { get; }

    /// <summary>The key, or the value.</summary>
    public YamlNode Node { get; }

    /// <summary>True on the key of an entry.</summary>
    public bool IsKey { get; }

    /// <summary>The anchor or tag before the node, when the cursor is on it.</summary>
    public TextSpan? Property { get; }

    /// <summary>The project the file is judged in.</summary>
    public Project Project => project.Value;

    /// <summary>What the schema says about the value of the place.</summary>
    public SchemaNode? Schema => Place.Schema;

    /// <summary>True on the name of a variable of the container: a key of <c>environment</c>, or an item of it.</summary>
    public bool IsEnvironmentName => Place.Parent is { } list && ValueDocs.SyntaxOf(list) == "env" && (IsKey || Place.Item is not null);

    /// <summary>What is under a 0-based UTF-16 offset; null on comments, blank space and punctuation.</summary>
    public static HoverSpot? At(Workspace workspace, ComposeFile file, int offset)
    {
        if (IsInComment(file, offset))
        {
            return null;
        }

        var steps = file.Tree.PathTo(offset);
        if (steps.Count == 0 || !steps[^1].Node.FullSpan.Touches(offset))
        {
            return null;
        }

        var spot = new HoverSpot(workspace, file, offset, file.Places.At(offset), steps[^1]);
        var isOnText = !spot.Node.IsMapping && !spot.Node.IsSequence && !spot.Node.IsMissing && spot.Node.Span.Touches(offset);
        return spot.Property is not null || isOnText ? spot : null;
    }

    /// <summary>A variable's value as this file sees it, null when it is not set.</summary>
    public string? Lookup(string name) => Project.ScopeOf(File.Path).Variables.Get(name);

    /// <summary>A text with its variables filled in; null when one of them is not known.</summary>
    public string? Filled(YamlNode scalar) => FilledText.Of(scalar.Value, Lookup);

    /// <summary>A path as written, made absolute.</summary>
    public string Absolute(string written) => HostPath.Absolute(Project.ScopeOf(File.Path).Folder, written, Project.Request.Environment);

    /// <summary>The 1-based line of a place behind the name of its file, for instance <c>compose.yaml:12</c>.</summary>
    public string Name(SourcePlace place) => PlaceNames.Of(Workspace, place);

    private static TextSpan? PropertyAt(SourceText text, YamlNode node, int offset)
    {
        var end = node.Span.Start;
        for (var start = node.FullSpan.Start; start < end; start++)
        {
            if (text.Content[start] is '&' or '!')
            {
                var length = text.Content.AsSpan(start, end - start).IndexOfAny(" \t\r\n");
                var token = TextSpan.FromLength(start, length < 0 ? end - start : length);
                if (token.Touches(offset))
                {
                    return token;
                }

                start = token.End;
            }
        }

        return null;
    }

    private static bool IsInComment(ComposeFile file, int offset)
    {
        var comments = file.Tree.Comments;
        var (low, high) = (0, comments.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = comments[middle].Start <= offset ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && comments[low - 1].Touches(offset);
    }
}
