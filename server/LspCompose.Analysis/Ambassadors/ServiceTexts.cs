using LspCompose.Analysis.Model;
using LspCompose.Analysis.Values;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>Variables, labels and command words of a service, whichever form they are written in.</summary>
internal static class ServiceTexts
{
    // Deep enough for any real file; ends merges that lead to themselves.
    private const int MaxMerges = 8;

    /// <summary>The pairs of <c>environment</c> or <c>labels</c>, as a mapping or a list; of a list item without <c>=</c> the value is empty.</summary>
    public static IEnumerable<NamedValue> Pairs(Service service, string attribute) =>
        service.Attribute(attribute) is { } node ? Pairs(service, node, 0) : [];

    /// <summary>The words of <c>command</c> or <c>entrypoint</c>, without quotes.</summary>
    public static IReadOnlyList<string> Words(Service service, string attribute)
    {
        if (service.Attribute(attribute) is not { } node)
        {
            return [];
        }

        // An item of a list is one argument to Docker, but people write "-name x" as one too.
        return node.IsSequence
            ? [.. node.Items.SelectMany(item => Split(service.Resolve(item.Value).Value)).Select(Unquote)]
            : ShellWords.Split(node.Value) is { IsValid: true, Value: { } command } ? [.. command.Words.SelectMany(Split)]
            : [.. Split(node.Value).Select(Unquote)];
    }

    /// <summary>All text of <c>command</c> or <c>entrypoint</c>, its words separated by a blank.</summary>
    public static string Text(Service service, string attribute) => service.Attribute(attribute) is not { } node ? ""
        : node.IsSequence ? string.Join(' ', node.Items.Select(item => service.Resolve(item.Value).Value))
        : node.Value;

    private static string[] Split(string text) => text.Split((char[])[' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static string Unquote(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? word.Trim('"', '\'') : word[..equals].Trim('"', '\'') + "=" + word[(equals + 1)..].Trim('"', '\'');
    }

    private static IEnumerable<NamedValue> Pairs(Service service, YamlNode node, int depth)
    {
        foreach (var entry in node.Entries)
        {
            var value = service.Resolve(entry.Value);
            if (entry.Name != "<<")
            {
                yield return new NamedValue(entry.Name, value.IsNull ? "" : value.Value, value.IsNull ? entry.Key.Span : value.Span);
                continue;
            }

            var merged = value.IsSequence ? value.Items.Select(item => service.Resolve(item.Value)) : [value];
            foreach (var pair in depth < MaxMerges ? merged.SelectMany(source => Pairs(service, source, depth + 1)) : [])
            {
                if (node.Get(pair.Name) is null)
                {
                    yield return pair;
                }
            }
        }

        foreach (var item in node.Items)
        {
            var text = service.Resolve(item.Value);
            var equals = text.Value.IndexOf('=', StringComparison.Ordinal);
            yield return equals < 0
                ? new NamedValue(text.Value.Trim(), "", text.Span)
                : new NamedValue(text.Value[..equals].Trim(), text.Value[(equals + 1)..], text.Span);
        }
    }
}
