namespace LspCompose.Analysis.Formatting;

/// <summary>Where the dashes of a list under a key stand.</summary>
public enum SequenceStyle
{
    /// <summary>As most lists of the file have them.</summary>
    Keep,

    /// <summary>Further in than the key.</summary>
    Indented,

    /// <summary>Below the key's first character.</summary>
    Flush,
}
