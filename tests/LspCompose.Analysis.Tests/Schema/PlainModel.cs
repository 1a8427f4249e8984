using System.Globalization;
using LspCompose.Analysis.Projects;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Schema;

/// <summary>Reads YAML as a model without variables, merge keys, tags and other files: aliases followed, plain scalars typed by YAML's core schema.</summary>
internal static class PlainModel
{
    public const string Path = "compose.yaml";

    public static ConfigMapping Read(string text) =>
        YamlSyntaxTree.Parse(SourceText.From(text)).Documents[0].Root is { IsMapping: true } root
            ? (ConfigMapping)Convert(root, Place(root.Span), new(StringComparer.Ordinal))
            : new ConfigMapping(Place(default), []);

    private static ConfigNode Convert(YamlNode node, SourcePlace keyPlace, Dictionary<string, ConfigNode> anchors)
    {
        if (node.IsAlias)
        {
            return anchors[node.Value];
        }

        ConfigNode value = node.Kind switch
        {
            YamlKind.Mapping => new ConfigMapping(Place(node.Span), node.Entries.Select(entry => new ConfigEntry(entry.Name, Place(entry.Key.Span), Convert(entry.Value, Place(entry.Key.Span), anchors)))),
            YamlKind.Sequence => new ConfigSequence(Place(node.Span), node.Items.Select(item => Convert(item.Value, keyPlace, anchors))),
            _ => new ConfigScalar(node.IsMissing ? keyPlace : Place(node.Span), Typed(node)),
        };
        if (node.Anchor is { } anchor)
        {
            anchors[anchor] = value;
        }

        return value;
    }

    private static object? Typed(YamlNode node)
    {
        var text = node.Value;
        if (node.Style != ScalarStyle.Plain)
        {
            return text;
        }

        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return null;
            case "true" or "True" or "TRUE":
                return true;
            case "false" or "False" or "FALSE":
                return false;
            case ".inf":
                return double.PositiveInfinity;
            case ".nan":
                return double.NaN;
        }

        if (DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) ? integer
            : char.IsAsciiDigit(text.TrimStart('-', '+', '.').FirstOrDefault()) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : text;
    }

    private static SourcePlace Place(TextSpan span) => new(Path, span);
}
