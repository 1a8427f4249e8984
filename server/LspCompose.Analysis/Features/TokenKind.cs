namespace LspCompose.Analysis.Features;

/// <summary>What a coloured name means.</summary>
public enum TokenKind
{
    /// <summary>A service, or another name that leads to one.</summary>
    Service,

    /// <summary>A network.</summary>
    Network,

    /// <summary>A volume.</summary>
    Volume,

    /// <summary>A config.</summary>
    Config,

    /// <summary>A secret.</summary>
    Secret,

    /// <summary>An AI model.</summary>
    Model,

    /// <summary>A profile.</summary>
    Profile,

    /// <summary>A YAML anchor.</summary>
    Anchor,

    /// <summary>A variable.</summary>
    Variable,

    /// <summary>A key.</summary>
    Key,
}
