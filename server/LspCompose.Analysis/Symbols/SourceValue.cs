using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Projects.Loading;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Symbols;

/// <summary>The text of a scalar, and where its characters stand in the file. Variables are not known here: their defaults are taken, else nothing.</summary>
internal sealed class SourceValue
{
    private readonly SourceText source;
    private readonly ScalarOrigin origin;
    private readonly Lazy<TemplateResult> template;

    /// <summary>Reads a scalar.</summary>
    public SourceValue(SourceText source, YamlNode scalar)
    {
        this.source = source;
        Scalar = scalar;
        origin = new ScalarOrigin(scalar, source);
        template = new(() => Template.Substitute(Text, _ => null));
    }

    /// <summary>The scalar.</summary>
    public YamlNode Scalar { get; }

    /// <summary>Its decoded text, references to variables as they are written.</summary>
    public string Text => Scalar.Value;

    /// <summary>The text with the defaults of variables in their place.</summary>
    public string Filled => template.Value.Value;

    /// <summary>The references to variables, in the order of the text.</summary>
    public IReadOnlyList<VariableUse> Variables => Text.Contains('$') ? template.Value.Variables : [];

    /// <summary>Where a part of <see cref="Text"/> stands in the file.</summary>
    public TextSpan Find(TextSpan part) => origin.ToSource(part);

    /// <summary>Where a name in <see cref="Filled"/> stands in the file; null where only a part of it is written there.</summary>
    public TextSpan? FindFilled(TextSpan part)
    {
        var name = Filled[part.Start..part.End];
        var span = origin.ToSource(template.Value.ToSource(part));
        if (source.Slice(span).SequenceEqual(name))
        {
            return span;
        }

        var at = source.Slice(span).LastIndexOf(name, StringComparison.Ordinal);
        return at < 0 ? null : TextSpan.FromLength(span.Start + at, name.Length);
    }
}
