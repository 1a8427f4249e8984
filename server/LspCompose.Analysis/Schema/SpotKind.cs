namespace LspCompose.Analysis.Schema;

/// <summary>How a value hangs on what holds it.</summary>
internal enum SpotKind
{
    /// <summary>It is the whole file.</summary>
    Root,

    /// <summary>By a key that the schema names.</summary>
    Property,

    /// <summary>By a key that the user chose, for instance a service's name.</summary>
    Named,

    /// <summary>As an item of a list.</summary>
    Item,
}
