namespace LspCompose.Analysis.Projects.Loading;

/// <summary>How a later file's value joins an earlier one's, where the kinds of the values alone do not say it.</summary>
internal enum MergeRule
{
    /// <summary>The later value stands alone, also when it is empty.</summary>
    Replace,

    /// <summary>Both become lists of texts, mappings as <c>NAME=value</c>; the later is appended.</summary>
    List,

    /// <summary>As <see cref="List"/>, but items that are there already are left out.</summary>
    DistinctList,

    /// <summary>Lists of names become mappings; merged key by key.</summary>
    Names,

    /// <summary>As <see cref="Names"/>, with <c>condition: service_started</c> for each name.</summary>
    Dependencies,

    /// <summary>A text becomes a mapping with <c>context</c>; merged key by key.</summary>
    Build,

    /// <summary>Merged key by key where both have the same driver or one gives none, otherwise replaced.</summary>
    Logging,

    /// <summary>Items with the same <c>subnet</c> are merged.</summary>
    Subnets,
}
