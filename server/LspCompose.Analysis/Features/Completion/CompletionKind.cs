namespace LspCompose.Analysis.Features.Completion;

/// <summary>What an offered text is; editors show a symbol for it.</summary>
public enum CompletionKind
{
    /// <summary>A key of the schema.</summary>
    Key,

    /// <summary>A value of any kind.</summary>
    Value,

    /// <summary>One of a fixed choice of values.</summary>
    Choice,

    /// <summary>A service.</summary>
    Service,

    /// <summary>A network, volume, config, secret or model.</summary>
    Resource,

    /// <summary>A profile.</summary>
    Profile,

    /// <summary>A variable.</summary>
    Variable,

    /// <summary>An anchor.</summary>
    Anchor,

    /// <summary>A file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>An image, a tag of one or a stage of a Dockerfile.</summary>
    Image,

    /// <summary>A number with its unit.</summary>
    Unit,

    /// <summary>A ready-made block.</summary>
    Snippet,
}
