namespace LspCompose.Analysis.Rules;

/// <summary>Groups of rules.</summary>
public enum RuleCategory
{
    /// <summary>The text is not YAML.</summary>
    Syntax,

    /// <summary>A value Compose does not take.</summary>
    Value,

    /// <summary>A name that refers to nothing.</summary>
    Reference,

    /// <summary>Variables, and references to them.</summary>
    Interpolation,

    /// <summary>Attributes, services or files that do not fit together.</summary>
    Consistency,

    /// <summary>Something nothing uses.</summary>
    Unused,

    /// <summary>Outdated forms with a modern replacement.</summary>
    Legacy,

    /// <summary>What does not fit what the Docker engine holds.</summary>
    Engine,
}
