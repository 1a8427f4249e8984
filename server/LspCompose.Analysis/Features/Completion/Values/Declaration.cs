using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>The entry of a file that declares a name.</summary>
internal sealed record Declaration(ComposeFile File, YamlEntry Entry)
{
    private const int MaxLines = 16;

    /// <summary>The text it has for a key; null where that is no text.</summary>
    public string? Text(string key) =>
        File.Model.Lookup(File.Model.Resolve(Entry.Value), key) is { } value && File.Model.Resolve(value) is { IsScalar: true, IsNull: false } text ? text.Value : null;

    /// <summary>Its first lines, as Markdown.</summary>
    public string Excerpt()
    {
        var text = File.Text;
        var first = text.LineOf(Entry.Span.Start);
        var last = Math.Min(text.LineOf(Entry.Span.End), first + MaxLines - 1);
        var indent = Entry.Span.Start - text.LineStart(first);
        var lines = Enumerable.Range(first, last - first + 1).Select(number => text.ToString(text.LineSpan(number))).Select(line => line.Length > indent ? line[indent..] : line.TrimStart());
        return $"```yaml\n{string.Join('\n', lines)}\n```\n\n{Path.GetFileName(File.Path)}:{first + 1}";
    }
}
