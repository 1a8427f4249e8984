namespace LspCompose.Yaml.Syntax;

/// <summary>The kinds of YAML node.</summary>
public enum YamlKind
{
    /// <summary>A scalar, quoted or not; a value that is not there is an empty plain scalar.</summary>
    Scalar,

    /// <summary>A mapping, in block or flow style.</summary>
    Mapping,

    /// <summary>A sequence, in block or flow style.</summary>
    Sequence,

    /// <summary>An alias, <c>*name</c>.</summary>
    Alias,
}
