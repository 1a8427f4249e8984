namespace LspCompose.Analysis.Features;

/// <summary>What an item of an outline is.</summary>
public enum OutlineKind
{
    /// <summary>A top-level section, such as <c>services</c>, or an extension.</summary>
    Section,

    /// <summary>A service.</summary>
    Service,

    /// <summary>A declared network.</summary>
    Network,

    /// <summary>A declared volume.</summary>
    Volume,

    /// <summary>A declared config.</summary>
    Config,

    /// <summary>A declared secret.</summary>
    Secret,

    /// <summary>A declared AI model.</summary>
    Model,

    /// <summary>A mapping.</summary>
    Mapping,

    /// <summary>A list.</summary>
    List,

    /// <summary>Text, or what an alias stands for.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A boolean.</summary>
    Boolean,

    /// <summary>Nothing, written or not.</summary>
    Null,
}
