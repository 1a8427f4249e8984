namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Whether what was merged is held against the schema.</summary>
internal enum SchemaCheck
{
    /// <summary>Not yet: only part of it is used.</summary>
    None,

    /// <summary>All of it.</summary>
    Whole,
}
