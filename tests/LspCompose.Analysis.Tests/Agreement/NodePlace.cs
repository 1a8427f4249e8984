using System.Globalization;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Agreement;

/// <summary>Finds the place of a path such as <c>services, a, ports, 0</c> in a text: its key and its value.</summary>
internal static class NodePlace
{
    /// <summary>The node's span, or that of the innermost node above it that is there; null when not even the first is.</summary>
    public static TextSpan? Find(string text, IReadOnlyList<string> path)
    {
        var model = Workspace.Empty.WithFile("file", SourceText.From(text)).Files.First();
        foreach (var document in model.Tree.Documents)
        {
            TextSpan? span = null;
            var node = document.Root;
            foreach (var key in path)
            {
                node = node is { } current ? Resolve(model, current) : null;
                if (node is { IsMapping: true } mapping && mapping.TryGetEntry(key, out var entry))
                {
                    (span, node) = (entry.Span, entry.Value);
                }
                else if (node is { IsSequence: true } list && (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index < list.Items.Count : list.Items.Any(item => item.Value.Value == key)))
                {
                    node = int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out index) ? list.Items[index].Value : list.Items.First(item => item.Value.Value == key).Value;
                    span = node.Value.FullSpan;
                }
                else
                {
                    break;
                }
            }

            if (span is not null)
            {
                return span;
            }
        }

        return null;
    }

    private static YamlNode Resolve(ComposeFile file, YamlNode node) => file.Model.Resolve(node);
}
