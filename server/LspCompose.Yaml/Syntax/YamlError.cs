using LspCompose.Yaml.Text;

namespace LspCompose.Yaml.Syntax;

/// <summary>A place where the text is not YAML: what is wrong there, and a way to mend it where one is plain.</summary>
public sealed record YamlError(TextSpan Span, string Message)
{
    /// <summary>Title of the mending edit, for instance "Quote the value"; null where there is none.</summary>
    public string? FixTitle { get; init; }

    /// <summary>The mending edits, in the coordinates of the whole text; empty where there is none.</summary>
    public IReadOnlyList<TextEdit> FixEdits { get; init; } = [];

    internal YamlError Shift(int delta) => this with
    {
        Span = Span.Shift(delta),
        FixEdits = [.. FixEdits.Select(edit => edit with { Span = edit.Span.Shift(delta) })],
    };
}
