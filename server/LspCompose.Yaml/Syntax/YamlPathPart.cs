namespace LspCompose.Yaml.Syntax;

/// <summary>Which part of a mapping or sequence a path goes through.</summary>
public enum YamlPathPart
{
    /// <summary>The key of a mapping's entry.</summary>
    Key,

    /// <summary>The value of a mapping's entry, or the place between its key and its value.</summary>
    Value,

    /// <summary>An item of a sequence, its dash included.</summary>
    Item,
}
