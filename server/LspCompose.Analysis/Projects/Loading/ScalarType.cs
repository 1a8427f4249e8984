namespace LspCompose.Analysis.Projects.Loading;

/// <summary>What text may be turned into.</summary>
internal enum ScalarType
{
    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,
}
