namespace LspCompose.Yaml.Syntax;

/// <summary>How a scalar is written (YAML 1.2, chapter 7.3 and 8.1).</summary>
public enum ScalarStyle
{
    /// <summary>Without quotes.</summary>
    Plain,

    /// <summary>In single quotes.</summary>
    SingleQuoted,

    /// <summary>In double quotes.</summary>
    DoubleQuoted,

    /// <summary>A block scalar that keeps its line breaks, <c>|</c>.</summary>
    Literal,

    /// <summary>A block scalar that folds its lines, <c>&gt;</c>.</summary>
    Folded,
}
