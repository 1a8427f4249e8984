using LspCompose.Analysis.Projects.Loading;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Graphs;

/// <summary>Finds the files a picture is made from, by what they say alone: a project that does not load has a picture too.</summary>
internal static class GraphFiles
{
    /// <summary>The files of a project with those they include, which come first; files the workspace has no text of are left out.</summary>
    public static IReadOnlyList<ComposeFile> Of(Workspace workspace, IEnumerable<string> paths)
    {
        var found = new List<ComposeFile>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<(string Path, ComposeFile? Read)>(paths.Reverse().Select(path => (path, (ComposeFile?)null)));
        while (open.TryPop(out var next))
        {
            if (next.Read is { } read)
            {
                found.Add(read);
            }
            else if (seen.Add(next.Path) && workspace.FindComposeFile(next.Path) is { } file)
            {
                open.Push((next.Path, file));
                foreach (var included in Included(file).Reverse())
                {
                    open.Push((Find(workspace, file, included), null));
                }
            }
        }

        return found;
    }

    /// <summary>The path of a file that another one names.</summary>
    public static string Find(Workspace workspace, ComposeFile from, string named) => HostPath.Absolute(HostPath.Folder(from.Path), named, workspace.Settings.Environment);

    private static IEnumerable<string> Included(ComposeFile file) => file.Model.Roots
        .Select(root => root.Get("include")).OfType<YamlNode>()
        .SelectMany(include => file.Model.Resolve(include).Items)
        .Select(item => file.Model.Resolve(item.Value))
        .SelectMany(item => Texts(file, item.IsMapping ? item.Get("path") : item));

    private static IEnumerable<string> Texts(ComposeFile file, YamlNode? node)
    {
        if (node is not { } written)
        {
            return [];
        }

        var value = file.Model.Resolve(written);
        return value.IsSequence ? value.Items.Select(item => file.Model.Resolve(item.Value).Value) : value.IsScalar ? [value.Value] : [];
    }
}
