using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Migration;

/// <summary>
/// The mappings that services are made of: their own and those merged into them. What several services share is one part, so it can be rewritten where it is
/// written, once.
/// </summary>
internal static class ServiceParts
{
    // As deep as the model follows merge keys.
    private const int MaxMerged = 256;

    /// <summary>All parts of a file's services, each once, in the order of the file.</summary>
    public static IReadOnlyList<YamlNode> Of(ComposeFile file) =>
        [.. file.Model.Services.SelectMany(service => Of(file.Model, service.Body)).Distinct().OrderBy(part => part.FullSpan.Start)];

    /// <summary>A mapping and those merged into it, in the order in which a key is looked up.</summary>
    public static IReadOnlyList<YamlNode> Of(ComposeModel model, YamlNode mapping)
    {
        var parts = new List<YamlNode>();
        Collect(model, mapping, parts, []);
        return parts;
    }

    /// <summary>The part a service takes one of some keys from, null when it has none of them.</summary>
    public static YamlNode? With(ComposeModel model, YamlNode mapping, params IReadOnlyList<string> keys)
    {
        foreach (var part in Of(model, mapping))
        {
            if (keys.Any(key => part.TryGetEntry(key, out _)))
            {
                return part;
            }
        }

        return null;
    }

    private static void Collect(ComposeModel model, YamlNode mapping, List<YamlNode> parts, HashSet<YamlNode> seen)
    {
        if (!mapping.IsMapping || seen.Count > MaxMerged || !seen.Add(mapping))
        {
            return;
        }

        parts.Add(mapping);
        if (mapping.TryGetEntry("<<", out var merge) && merge.Key.Style == ScalarStyle.Plain)
        {
            var source = model.Resolve(merge.Value);
            Collect(model, source, parts, seen);
            foreach (var item in source.Items)
            {
                Collect(model, model.Resolve(item.Value), parts, seen);
            }
        }
    }
}
