using LspCompose.Analysis.Graphs;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Graphs;

/// <summary>Pictures of projects given as texts.</summary>
internal static class Pictures
{
    /// <summary>The picture of one project of files, in the order they are merged.</summary>
    public static ProjectPicture Of(params string[] texts)
    {
        var paths = texts.Select((_, index) => $"/p/{index}.yaml").ToList();
        var workspace = paths.Zip(texts).Aggregate(Workspace.Empty, (known, file) => known.WithFile(file.First, SourceText.From(file.Second)));
        return ProjectPicture.Of(workspace, paths, TestContext.Current.CancellationToken);
    }

    /// <summary>The panels of one project, as they are drawn unless asked otherwise.</summary>
    public static IReadOnlyList<GraphPanel> Panels(params string[] texts) => GraphPanels.Of([("p", Of(texts))], GraphState.Both);
}
