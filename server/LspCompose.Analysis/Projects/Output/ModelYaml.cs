using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LspCompose.Analysis.Projects.Output;

/// <summary>A model as YAML, laid out as <c>docker compose config</c> does.</summary>
public static class ModelYaml
{
    /// <summary>The model's text, lines ended by LF. It is a Compose file that means the same.</summary>
    public static string Write(ConfigMapping model) => Write(model, _ => null);

    /// <summary>The model's text with a comment behind each value; null for none.</summary>
    public static string Write(ConfigMapping model, Func<ConfigNode, string?> comment)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var settings = new EmitterSettings().WithIndentedSequences().WithBestWidth(int.MaxValue).WithNewLine("\n");
        var emitter = new Emitter(text, settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        new Writer(emitter, comment).Write(model, "");
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private sealed class Writer(Emitter emitter, Func<ConfigNode, string?> commentOf)
    {
        public void Write(ConfigNode node, string pattern)
        {
            switch (node)
            {
                case ConfigMapping mapping:
                    var mappingStyle = mapping.Entries.Count == 0 ? MappingStyle.Flow : MappingStyle.Block;
                    emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, mappingStyle));
                    foreach (var entry in KeyOrder.Sort(mapping, pattern))
                    {
                        emitter.Emit(Text(ModelText.Escape(entry.Key), ScalarStyle.DoubleQuoted));
                        Write(entry.Value, KeyOrder.Below(pattern, entry.Key));
                    }

                    emitter.Emit(new MappingEnd());
                    Comment(node, mapping.Entries.Count == 0);
                    break;
                case ConfigSequence sequence:
                    var sequenceStyle = sequence.Items.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block;
                    emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, sequenceStyle));
                    foreach (var item in sequence.Items)
                    {
                        Write(item, pattern + "/*");
                    }

                    emitter.Emit(new SequenceEnd());
                    Comment(node, sequence.Items.Count == 0);
                    break;
                case ConfigScalar scalar:
                    // Behind a text of several lines there is no place for a comment, unless it is quoted.
                    var multiline = commentOf(node) is null ? ScalarStyle.Literal : ScalarStyle.DoubleQuoted;
                    emitter.Emit(scalar.Text is { } text ? Text(ModelText.Escape(text), multiline) : Scalar(ModelText.Plain(scalar.Value), ScalarStyle.Plain));
                    Comment(node, isLeaf: true);
                    break;
                default:
                    emitter.Emit(Scalar("null", ScalarStyle.Plain));
                    break;
            }
        }

        private static Scalar Text(string text, ScalarStyle multiline) => Scalar(
            text,
            text.Contains('\n', StringComparison.Ordinal) ? multiline : PlainScalars.IsMistakable(text) ? ScalarStyle.DoubleQuoted : ScalarStyle.Any);

        private static Scalar Scalar(string text, ScalarStyle style) =>
            new(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: true, isQuotedImplicit: true);

        private void Comment(ConfigNode node, bool isLeaf)
        {
            if (isLeaf && commentOf(node) is { } comment)
            {
                emitter.Emit(new Comment(comment, isInline: true));
            }
        }
    }
}
