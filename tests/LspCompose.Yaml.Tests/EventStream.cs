using System.Text;
using LspCompose.Yaml.Syntax;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LspCompose.Yaml.Tests;

/// <summary>One text for what YamlDotNet says a file holds and for what our tree says, so that they can be compared.</summary>
internal static class EventStream
{
    /// <summary>
    /// YamlDotNet's events, one a line; null when it refuses the text or, as it does for <c>*alias</c> where a key should be, lets a mapping end after a key.
    /// </summary>
    public static string? OfYamlDotNet(string text)
    {
        var result = new StringBuilder();
        var counts = new Stack<int>([0]);
        try
        {
            var parser = new Parser(new StringReader(text.StartsWith('\uFEFF') ? text[1..] : text));
            while (parser.MoveNext())
            {
                if (parser.Current is MappingEnd && counts.Peek() % 2 == 1)
                {
                    return null;
                }

                if (parser.Current is NodeEvent or AnchorAlias)
                {
                    counts.Push(counts.Pop() + 1);
                }

                if (parser.Current is MappingStart or SequenceStart)
                {
                    counts.Push(0);
                }
                else if (parser.Current is MappingEnd or SequenceEnd)
                {
                    counts.Pop();
                }

                switch (parser.Current)
                {
                    case DocumentStart:
                        result.Append("+doc\n");
                        break;
                    case YamlDotNet.Core.Events.Scalar scalar:
                        var style = scalar.Style is YamlDotNet.Core.ScalarStyle.Any ? YamlDotNet.Core.ScalarStyle.Plain : scalar.Style;
                        result.Append("=val ").Append(Anchor(scalar.Anchor)).Append(style).Append(' ').Append(scalar.Value).Append('\n');
                        break;
                    case AnchorAlias alias:
                        result.Append("=ali ").Append(alias.Value.Value).Append('\n');
                        break;
                    case MappingStart mapping:
                        result.Append("+map ").Append(Anchor(mapping.Anchor)).Append(mapping.Style == MappingStyle.Flow ? "{}" : "").Append('\n');
                        break;
                    case SequenceStart sequence:
                        result.Append("+seq ").Append(Anchor(sequence.Anchor)).Append(sequence.Style == SequenceStyle.Flow ? "[]" : "").Append('\n');
                        break;
                    case MappingEnd or SequenceEnd:
                        result.Append("-\n");
                        break;
                }
            }
        }
#pragma warning disable CA1031 // Whatever it throws means that it refuses the text.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }

        return result.ToString();
    }

    public static string OfTree(YamlSyntaxTree tree)
    {
        var result = new StringBuilder();
        foreach (var document in tree.Documents)
        {
            result.Append("+doc\n");
            if (document.Root is { } root)
            {
                Append(result, root);
            }
            else
            {
                result.Append("=val Plain \n");
            }
        }

        return result.ToString();
    }

    private static string Anchor(AnchorName anchor) => anchor.IsEmpty ? "" : $"&{anchor.Value} ";

    private static void Append(StringBuilder result, YamlNode node)
    {
        var anchor = node.Anchor is null ? "" : $"&{node.Anchor} ";
        switch (node.Kind)
        {
            case YamlKind.Scalar:
                result.Append("=val ").Append(anchor).Append(node.Style).Append(' ').Append(node.Value).Append('\n');
                return;
            case YamlKind.Alias:
                result.Append("=ali ").Append(node.Value).Append('\n');
                return;
            case YamlKind.Mapping:
                result.Append("+map ").Append(anchor).Append(node.IsFlow ? "{}" : "").Append('\n');
                foreach (var entry in node.Entries)
                {
                    Append(result, entry.Key);
                    Append(result, entry.Value);
                }

                break;
            default:
                result.Append("+seq ").Append(anchor).Append(node.IsFlow ? "[]" : "").Append('\n');
                foreach (var item in node.Items)
                {
                    Append(result, item.Value);
                }

                break;
        }

        result.Append("-\n");
    }
}
