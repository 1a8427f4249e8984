using System.Text;
using LspCompose.Analysis.Formatting;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Formatting;

/// <summary>Formats texts, and says what a text says apart from its layout.</summary>
internal static class Formatted
{
    public static string Text(string text, FormatOptions? options = null) => Apply(text, Edits(text, options ?? FormatOptions.Default));

    public static IReadOnlyList<TextEdit> Edits(string text, FormatOptions options) => Formatter.Edits(File(text), options, TestContext.Current.CancellationToken);

    public static string Range(string marked, FormatOptions? options = null)
    {
        var start = marked.IndexOf("<[", StringComparison.Ordinal);
        var end = marked.IndexOf("]>", StringComparison.Ordinal) - 2;
        var text = marked.Remove(start, 2).Remove(end, 2);
        return Apply(text, Formatter.Edits(File(text), options ?? FormatOptions.Default, [new TextSpan(start, end)], TestContext.Current.CancellationToken));
    }

    /// <summary>Formats a text and checks everything that must hold for any text: what it says stays, each comment too, and a second run changes nothing.</summary>
    public static string Check(string text, FormatOptions options, string about)
    {
        var edits = Edits(text, options);
        for (var index = 1; index < edits.Count; index++)
        {
            Assert.True(edits[index - 1].Span.End <= edits[index].Span.Start, $"{about}: edits overlap");
        }

        Assert.All(edits, edit => Assert.True(edit.NewText.Trim().Length == 0 || options.KeyOrder != ServiceKeyOrder.Keep, $"{about}: '{edit.NewText}' is more than blanks"));
        var after = Apply(text, edits);
        Assert.Equal(Content(text), Content(after));
        var again = Edits(after, options);
        Assert.True(again.Count == 0, $"{about}: the second run changes {string.Join(", ", again.Take(4))} near\n{(again.Count > 0 ? Around(after, again[0].Span.Start) : "")}");
        return after;
    }

    private static string Around(string text, int offset) => text[Math.Max(0, offset - 200)..Math.Min(text.Length, offset + 200)];

    /// <summary>All that a text says: nodes with their values and styles, comments, errors.</summary>
    public static string Content(string text)
    {
        var tree = YamlSyntaxTree.Parse(SourceText.From(text));
        var content = new StringBuilder();
        foreach (var document in tree.Documents)
        {
            content.Append("---\n");
            if (document.Root is { } root)
            {
                Append(content, root, 0);
            }
        }

        foreach (var comment in tree.Comments)
        {
            content.Append(tree.Text.Slice(comment).TrimEnd()).Append('\n');
        }

        return content.AppendJoin('\n', tree.Errors.Select(error => error.Message)).ToString();
    }

    public static string Apply(string text, IReadOnlyList<TextEdit> edits) => SourceText.From(text).With(edits).Content;

    public static ComposeFile File(string text)
    {
        Assert.True(Workspace.Empty.WithFile("compose.yaml", SourceText.From(text)).TryGetFile("compose.yaml", out var file));
        return file;
    }

    private static void Append(StringBuilder content, YamlNode node, int depth)
    {
        content.Append(' ', depth).Append(node.Kind).Append(' ').Append(node.Anchor).Append(' ').Append(node.Tag).Append(' ').Append(node.Style).Append(node.IsFlow)
            .Append(' ').Append(node.Value.Replace("\n", "\\n", StringComparison.Ordinal)).Append('\n');
        foreach (var entry in node.Entries)
        {
            Append(content, entry.Key, depth + 1);
            Append(content, entry.Value, depth + 2);
        }

        foreach (var item in node.Items)
        {
            Append(content, item.Value, depth + 1);
        }
    }
}
